# file: manage.py
import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")  # <- finding
    execute_from_command_line(sys.argv)
# file: shop/settings.py
import os

import dj_database_url
from environs import Env

env = Env()
SECRET_KEY = env("SECRET_KEY", "")
MAX_AGE = env.int("CONNECTION_MAX_AGE", 60)

if "DATABASE_URL" in os.environ:
    DATABASES = {"default": dj_database_url.parse(env("DATABASE_URL"), conn_max_age=MAX_AGE)}
elif "DB_NAME" in os.environ:
    DATABASES = {"default": {"NAME": os.environ["DB_NAME"], "PASSWORD": os.environ["DB_PASSWORD"]}}
ROOT_URLCONF = "shop.urls"
# file: shop/urls.py
from django.http import JsonResponse
from django.urls import path

urlpatterns = [path("ready", lambda request: JsonResponse({"status": "ok"}))]
