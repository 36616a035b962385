from django.core.wsgi import get_wsgi_application
from django.urls import include, path

application = get_wsgi_application()
MIDDLEWARE = [
    "django_prometheus.middleware.PrometheusBeforeMiddleware",
    "django_prometheus.middleware.PrometheusAfterMiddleware",
]
urlpatterns = [path("", include("django_prometheus.urls"))]
