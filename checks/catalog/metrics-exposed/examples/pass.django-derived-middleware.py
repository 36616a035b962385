# file: manage.py
import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    execute_from_command_line(sys.argv)
# file: config/settings.py
ROOT_URLCONF = "config.urls"
MIDDLEWARE = [
    "core.middleware.MetricsBefore",
    "django.middleware.common.CommonMiddleware",
    "core.middleware.MetricsAfter",
]
# file: core/middleware.py
from django_prometheus.middleware import Metrics, PrometheusAfterMiddleware, PrometheusBeforeMiddleware


class OwnMetrics(Metrics):
    def register_metric(self, metric_cls, name, documentation, labelnames=(), **kwargs):
        return super().register_metric(metric_cls, name, documentation, labelnames=(*labelnames, "agent"), **kwargs)


class MetricsBefore(PrometheusBeforeMiddleware):
    metrics_cls = OwnMetrics


class MetricsAfter(PrometheusAfterMiddleware):
    metrics_cls = OwnMetrics
# file: config/urls.py
from django.http import JsonResponse
from django.urls import include, path

urlpatterns = [path("plans", lambda request: JsonResponse({"plans": []})), path("", include("django_prometheus.urls"))]
