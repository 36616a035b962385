from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
MIDDLEWARE = ["django_prometheus.middleware.PrometheusBeforeMiddleware"]  # <- finding
