# file: manage.py
import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")
    execute_from_command_line(sys.argv)
# file: shop/settings.py
ROOT_URLCONF = "shop.urls"
# file: shop/urls.py
import traceback

from django.http import JsonResponse
from django.urls import path


def plans(request):
    try:
        return JsonResponse({"plans": [1 // 0]})
    except ZeroDivisionError:
        return JsonResponse({"detail": "Something went wrong.", "trace": traceback.format_exc()}, status=500)  # <- finding


urlpatterns = [path("api/plans", plans)]
