# file: manage.py
import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")
    execute_from_command_line(sys.argv)
# file: shop/settings.py
from environs import Env

env = Env()
SECRET_KEY = env.str("SECRET_KEY")
INSTALLED_APPS = ["corsheaders", "django.contrib.auth"]
MIDDLEWARE = ["corsheaders.middleware.CorsMiddleware", "django.middleware.common.CommonMiddleware"]
ROOT_URLCONF = "shop.urls"
COOKIE_SESSIONS = env.bool("COOKIE_SESSIONS", default=False)
CORS_ALLOW_ALL_ORIGINS = env.bool("CORS_ALLOW_ALL_ORIGINS", not COOKIE_SESSIONS)  # <- finding
CORS_ALLOWED_ORIGINS = env.list("CORS_ALLOWED_ORIGINS", default=[])
# file: shop/urls.py
from django.http import JsonResponse
from django.urls import path

urlpatterns = [path("ready", lambda request: JsonResponse({"status": "ok"}))]
