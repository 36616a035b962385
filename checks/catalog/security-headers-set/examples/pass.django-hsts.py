# file: manage.py
import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site1.settings")
execute_from_command_line()
# file: site1/__init__.py
# file: site1/settings.py
import os

ROOT_URLCONF = "site1.urls"
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware"]
SECURE_HSTS_SECONDS = int(os.environ.get("HSTS_SECONDS", "31536000"))
