# file: manage.py
import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")
    execute_from_command_line(sys.argv)
# file: shop/settings.py
ROOT_URLCONF = "shop.urls"
SUPABASE_SERVICE_ROLE_KEY = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoic2VydmljZV9yb2xlIiwicmVmIjoibm9ib2R5c3Byb2plY3QiLCJub3RlIjoiYmVsb25ncyB0byBub2JvZHkifQ.no-signature-this-key-opens-nothing"  # <- finding
# file: shop/urls.py
from django.conf import settings
from django.http import JsonResponse
from django.urls import path

urlpatterns = [path("ready", lambda request: JsonResponse({"configured": bool(settings.SUPABASE_SERVICE_ROLE_KEY)}))]
