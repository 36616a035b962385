from django.core.wsgi import get_wsgi_application
from django.http import JsonResponse
from django.urls import path

application = get_wsgi_application()
MIDDLEWARE = ["django_guid.middleware.guid_middleware", "django.middleware.security.SecurityMiddleware"]
DJANGO_GUID = {"GUID_HEADER_NAME": "X-Request-ID", "VALIDATE_GUID": True, "RETURN_HEADER": True}
LOGGING = {
    "version": 1,
    "filters": {"correlation_id": {"()": "django_guid.log_filters.CorrelationId"}},
    "formatters": {"medium": {"format": "%(levelname)s %(asctime)s [%(correlation_id)s] %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "medium", "filters": ["correlation_id"]}},
    "root": {"handlers": ["console"], "level": "INFO"},
}


def plans(request):
    return JsonResponse({})


urlpatterns = [path("api/v1/plans/", plans)]
