# file: manage.py
import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic.settings")
execute_from_command_line()
# file: clinic/__init__.py
# file: clinic/settings.py
import os


def is_yes(word):
    return word.lower() in ("yes", "true", "1")


DEBUG = is_yes(os.environ.get("DEBUG", "true"))  # <- finding
ROOT_URLCONF = "clinic.urls"
