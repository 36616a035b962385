# file: manage.py
import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")
    execute_from_command_line(sys.argv)
# file: shop/settings.py
SECRET_KEY = "".join(["not", "-", "needed"])
ROOT_URLCONF = "shop.urls"
# file: shop/views.py
from django.http import JsonResponse


def plans(request):
    print("plans for", request.user)  # <- finding
    return JsonResponse({"plans": []})
# file: shop/urls.py
from django.urls import path

from shop.views import plans

urlpatterns = [path("api/plans", plans)]
