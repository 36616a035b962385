# file: manage.py
import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings.base")
from django.core.management import execute_from_command_line

execute_from_command_line(sys.argv)
# file: settings/base.py
import os

ENVIRONMENT = os.environ.get("ENVIRONMENT", "production")
SECRET_KEY = os.environ.get("SECRET_KEY", "some_random_key_of_ours")
INSTALLED_APPS = ["plans"]
WEAK_KEYS = {"", "some_random_key_of_ours"}
if ENVIRONMENT == "production":
    if SECRET_KEY in WEAK_KEYS:
        raise RuntimeError("SECRET_KEY must be set to a value of its own.")
