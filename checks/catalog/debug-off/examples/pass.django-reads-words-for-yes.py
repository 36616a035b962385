# file: manage.py
import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic.settings.base")
execute_from_command_line()
# file: clinic/__init__.py
# file: clinic/settings/__init__.py
# file: clinic/settings/base.py
import os


def as_flag(word):
    word = word.lower()
    if word in ("yes", "true", "on", "1"):
        return 1
    elif word in ("no", "false", "off", "0"):
        return 0
    raise ValueError(word)


DEBUG = bool(as_flag(os.environ.get("DEBUG") or "False"))
ROOT_URLCONF = "clinic.urls"
# file: clinic/settings/development.py
from clinic.settings.base import *

DEBUG = bool(as_flag(os.environ.get("DEBUG") or "True"))
