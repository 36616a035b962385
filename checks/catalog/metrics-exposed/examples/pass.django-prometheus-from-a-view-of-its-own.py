from django.core.wsgi import get_wsgi_application
from django.urls import path
from django_prometheus.exports import ExportToDjangoView
from rest_framework.permissions import IsAdminUser
from rest_framework.views import APIView

application = get_wsgi_application()
MIDDLEWARE = [
    "django_prometheus.middleware.PrometheusBeforeMiddleware",
    "django_prometheus.middleware.PrometheusAfterMiddleware",
]


class MetricsView(APIView):
    permission_classes = [IsAdminUser]

    def get(self, request):
        return ExportToDjangoView(request)


urlpatterns = [path("stats/prometheus", MetricsView.as_view())]
