# file: manage.py
import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site1.settings")
execute_from_command_line()
# file: site1/__init__.py
# file: site1/settings.py
ROOT_URLCONF = "site1.urls"
# file: site1/urls.py
from django.urls import include, path

urlpatterns = [path("api/v1/", include("site1.plans_urls"))]
# file: site1/plans_urls.py
from django.urls import path

from site1.views import plans

urlpatterns = [path("plans", plans)]
# file: site1/views.py
from django.http import JsonResponse


def plans(request):
    return JsonResponse({})
