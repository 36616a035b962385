from django.core.wsgi import get_wsgi_application
from django.http import JsonResponse
from django.urls import path

application = get_wsgi_application()
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django_structlog.middlewares.RequestMiddleware",  # <- finding
]


def plans(request):
    return JsonResponse({})


urlpatterns = [path("api/v1/plans/", plans)]
