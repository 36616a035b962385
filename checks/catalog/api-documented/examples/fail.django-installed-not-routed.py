from django.core.wsgi import get_wsgi_application
from django.urls import path

from plans.views import plans

application = get_wsgi_application()  # <- finding
INSTALLED_APPS = ["rest_framework", "drf_spectacular", "plans"]
REST_FRAMEWORK = {"DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema"}
SPECTACULAR_SETTINGS = {"TITLE": "Plans", "VERSION": "1.0.0"}
urlpatterns = [
    path("api/v1/plans/", plans),
    # path("api/schema/", SpectacularAPIView.as_view(), name="schema"),
]
# file: plans/__init__.py
# file: plans/views.py
from rest_framework.decorators import api_view
from rest_framework.response import Response


@api_view(["GET"])
def plans(request):
    """All plans: see the OpenAPI document (swagger) for an example."""
    return Response([])
