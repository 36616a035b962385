# file: manage.py
import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site1.settings.production")
execute_from_command_line()
# file: site1/__init__.py
# file: site1/settings/__init__.py
# file: site1/settings/base.py
DEBUG = True
ROOT_URLCONF = "site1.urls"
# file: site1/settings/production.py
from site1.settings.base import *

DEBUG = False
