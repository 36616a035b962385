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
ROOT_URLCONF = "shop.urls"
MIDDLEWARE = ["shop.auth.TokenMiddleware"]
# file: shop/auth.py
import jwt


class TokenMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        token = request.headers.get("Authorization", "")[7:]
        request.user_id = jwt.decode(token, options={"verify_signature": False}).get("sub")  # <- finding
        return self.get_response(request)
# file: shop/urls.py
from django.http import JsonResponse
from django.urls import path

urlpatterns = [path("api/plans", lambda request: JsonResponse({"owner": request.user_id}))]
