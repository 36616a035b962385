# file: manage.py
import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site1.settings")
execute_from_command_line()
# file: site1/__init__.py
# file: site1/settings.py
ROOT_URLCONF = "site1.urls"
REST_FRAMEWORK = {
    "DEFAULT_THROTTLE_CLASSES": ["rest_framework.throttling.AnonRateThrottle", "rest_framework.throttling.UserRateThrottle"],
    "DEFAULT_THROTTLE_RATES": {"anon": "100/hour", "user": "1000/hour"},
}
# file: site1/urls.py
from django.urls import path

from site1.views import plans

urlpatterns = [path("api/plans", plans)]
# file: site1/views.py
from rest_framework.decorators import api_view
from rest_framework.response import Response


@api_view(["GET"])
def plans(request):
    return Response({})
