from django.core.wsgi import get_wsgi_application
from django.urls import include, path

from plans import plans

application = get_wsgi_application()
INSTALLED_APPS = ["django_prometheus", "plans"]
MIDDLEWARE = [
    # "django_prometheus.middleware.PrometheusBeforeMiddleware",
    "django.middleware.common.CommonMiddleware",
    # "django_prometheus.middleware.PrometheusAfterMiddleware",
]
urlpatterns = [
    path("api/v1/plans/", plans),
    path("", include("django_prometheus.urls")),  # <- finding
]
# file: plans.py
from django.http import JsonResponse


def plans(request):
    return JsonResponse({})
