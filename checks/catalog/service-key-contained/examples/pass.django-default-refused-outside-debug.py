# file: manage.py
import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings.base")
from django.core.management import execute_from_command_line

execute_from_command_line(sys.argv)
# file: settings/base.py
import os

from django.core.exceptions import ImproperlyConfigured

DEBUG = os.environ.get("DEBUG", "false") == "true"
SECRET_KEY = os.environ.get("SECRET_KEY", "some_random_key_of_ours")
INSTALLED_APPS = ["plans"]
if not DEBUG and SECRET_KEY == "some_random_key_of_ours":
    raise ImproperlyConfigured("SECRET_KEY must be set to a value of its own.")
