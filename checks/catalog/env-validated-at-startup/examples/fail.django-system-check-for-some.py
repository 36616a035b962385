# file: manage.py
import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")  # <- finding
execute_from_command_line(sys.argv)
# file: site/__init__.py
# file: site/settings.py
import os

SECRET_KEY = os.getenv("SECRET_KEY")
FRONTEND_URL = os.getenv("FRONTEND_URL")
REDIS_URL = os.getenv("REDIS_URL")
REQUIRED_SETTINGS = ["FRONTEND_URL"]
INSTALLED_APPS = ["site"]
ROOT_URLCONF = "site.urls"
# file: site/apps.py
from django.apps import AppConfig
from django.conf import settings
from django.core.checks import Error, register


class SiteConfig(AppConfig):
    name = "site"


# FRONTEND_URL is looked at here and the key by Django; nobody looks at REDIS_URL.
@register()
def required(app_configs, **kwargs):
    return [Error(f"{name} is not set") for name in settings.REQUIRED_SETTINGS if getattr(settings, name) is None]
# file: site/urls.py
from django.http import JsonResponse
from django.urls import path

urlpatterns = [path("v1/plans/", lambda request: JsonResponse({"plans": []}))]
