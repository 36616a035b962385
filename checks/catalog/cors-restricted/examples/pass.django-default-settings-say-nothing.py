# file: manage.py
import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
from django.core.management import execute_from_command_line

execute_from_command_line(sys.argv)
# file: plans/wsgi.py
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
application = get_wsgi_application()
# file: settings/__init__.py
# file: settings/base.py
CORS_ALLOW_ALL_ORIGINS = True
MIDDLEWARE = ["corsheaders.middleware.CorsMiddleware"]
# file: settings/production.py
from .base import *

CORS_ALLOW_ALL_ORIGINS = False
CORS_ALLOWED_ORIGINS = ["https://plans.example"]
