# file: manage.py
import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings.base")
from django.core.management import execute_from_command_line

execute_from_command_line(sys.argv)
# file: settings/base.py
import os

SECRET_KEY = os.environ.get("SECRET_KEY", "some_random_key_of_ours")
INSTALLED_APPS = ["plans"]
# file: settings/production.py
from django.core.exceptions import ImproperlyConfigured

from .base import *

WEAK_KEYS = {"", "some_random_key_of_ours"}
if not SECRET_KEY or str(SECRET_KEY).strip() in WEAK_KEYS:
    raise ImproperlyConfigured("SECRET_KEY must be set to a value of its own.")
