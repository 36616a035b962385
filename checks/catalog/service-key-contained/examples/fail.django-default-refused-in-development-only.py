# file: manage.py
import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings.base")
from django.core.management import execute_from_command_line

execute_from_command_line(sys.argv)
# file: settings/base.py
import os

DEBUG = os.environ.get("DEBUG") == "1"
SECRET_KEY = os.environ.get("SECRET_KEY", "some_random_key_of_ours")  # <- finding
if DEBUG and SECRET_KEY == "some_random_key_of_ours":
    raise RuntimeError("SECRET_KEY must be set to a value of its own.")
