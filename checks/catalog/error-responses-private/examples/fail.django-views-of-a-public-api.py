# file: manage.py
import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")
    execute_from_command_line(sys.argv)
# file: shop/settings.py
ROOT_URLCONF = "shop.urls"
INSTALLED_APPS = ["api"]
# file: shop/urls.py
from django.urls import include, path

urlpatterns = [path("api/v2/", include("api.public.urls"))]
# file: api/public/urls.py
from django.urls import path

from .views import plans

urlpatterns = [path("plans", plans)]
# file: api/public/views.py
import traceback

from django.http import JsonResponse


def plans(request):
    try:
        return JsonResponse({"plans": request.GET["of"]})
    except KeyError:
        return JsonResponse({"error": traceback.format_exc()}, status=400)  # <- finding
