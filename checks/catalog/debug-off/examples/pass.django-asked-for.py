# file: manage.py
import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site1.settings")
execute_from_command_line()
# file: site1/__init__.py
# file: site1/settings.py
import os

DEBUG = False
LOG_QUERIES = os.environ.get("LOG_QUERIES", "false") == "true"
if LOG_QUERIES:
    DEBUG = True
ROOT_URLCONF = "site1.urls"
