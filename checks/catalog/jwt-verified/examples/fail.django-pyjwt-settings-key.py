# file: manage.py
import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")
    execute_from_command_line(sys.argv)
# file: shop/settings.py
SECRET_KEY = "django-insecure-plans"  # <- finding
ROOT_URLCONF = "shop.urls"
# file: shop/urls.py
import jwt
from django.conf import settings
from django.http import JsonResponse
from django.urls import path


def plans(request):
    claims = jwt.decode(request.headers["Authorization"][7:], settings.SECRET_KEY, algorithms=["HS256"])
    return JsonResponse({"owner": claims["sub"]})


urlpatterns = [path("api/plans", plans)]
