# file: manage.py
import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")
    execute_from_command_line(sys.argv)
# file: shop/settings.py
import os

SECRET_KEY = os.environ["SECRET_KEY"]
TOKEN_MANAGER = os.environ["TOKEN_MANAGER"]
ROOT_URLCONF = "shop.urls"
# file: shop/tokens.py
import jwt
from django.conf import settings
from django.utils.module_loading import import_string


def is_ours(token):
    try:
        claims = jwt.decode(token, options={"verify_signature": False})
    except jwt.PyJWTError:
        return False
    return claims.get("owner") == "shop"


def read(token):
    return import_string(settings.TOKEN_MANAGER).decode(token)


def user_of(request):
    token = request.headers.get("Authorization", "")
    if not is_ours(token):
        return None
    return read(token)["sub"]
# file: shop/urls.py
from django.http import JsonResponse
from django.urls import path

from .tokens import user_of


def me(request):
    return JsonResponse({"user": user_of(request)})


urlpatterns = [path("me", me)]
