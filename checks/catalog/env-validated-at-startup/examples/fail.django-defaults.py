# file: manage.py
import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")  # <- finding
    execute_from_command_line(sys.argv)
# file: shop/settings.py
import os

SECRET_KEY = os.getenv("SECRET_KEY", "")
DATABASE_URL = os.getenv("DATABASE_URL", "")
ROOT_URLCONF = "shop.urls"
# file: shop/urls.py
from django.http import JsonResponse
from django.urls import path

urlpatterns = [path("ready", lambda request: JsonResponse({"status": "ok"}))]
