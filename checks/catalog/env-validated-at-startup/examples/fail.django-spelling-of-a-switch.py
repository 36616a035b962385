# file: manage.py
import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")  # <- finding
    execute_from_command_line(sys.argv)
# file: shop/settings.py
import os

from django.core.exceptions import ImproperlyConfigured


def switch(name, default):
    value = os.getenv(name, default)
    if value not in ("", "True", "False"):
        raise ImproperlyConfigured(f"{name} is neither True nor False")
    return value == "True"


SECRET_KEY = os.getenv("SECRET_KEY", "")
DATABASE_URL = os.getenv("DATABASE_URL", "")
DEBUG = switch("DEBUG", "False")
ROOT_URLCONF = "shop.urls"
# file: shop/urls.py
from django.http import JsonResponse
from django.urls import path

urlpatterns = [path("ready", lambda request: JsonResponse({"status": "ok"}))]
