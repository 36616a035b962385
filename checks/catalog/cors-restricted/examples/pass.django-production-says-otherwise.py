# file: manage.py
import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.base")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
# file: config/__init__.py
# file: config/base.py
CORS_ALLOW_ALL_ORIGINS = True
INSTALLED_APPS = ["corsheaders"]
# file: config/production.py
from .base import *  # noqa

CORS_ALLOW_ALL_ORIGINS = False
CORS_ALLOWED_ORIGINS = ["https://plans.example"]
