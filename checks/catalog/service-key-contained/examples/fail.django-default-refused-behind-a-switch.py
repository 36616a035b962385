# file: manage.py
import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings.base")
from django.core.management import execute_from_command_line

execute_from_command_line(sys.argv)
# file: settings/base.py
import os

SECRET_KEY = os.environ.get("SECRET_KEY", "some_random_key_of_ours")  # <- finding
INSTALLED_APPS = ["plans"]
WEAK_KEYS = {"", "some_random_key_of_ours"}
if os.environ.get("STRICT_KEYS") == "1":
    if SECRET_KEY in WEAK_KEYS:
        raise RuntimeError("SECRET_KEY must be set to a value of its own.")
