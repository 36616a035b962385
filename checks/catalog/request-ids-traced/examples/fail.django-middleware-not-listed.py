from django.core.wsgi import get_wsgi_application
from django.http import JsonResponse
from django.urls import path

application = get_wsgi_application()
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware"]


def plans(request):
    return JsonResponse({})


urlpatterns = [path("api/v1/plans/", plans)]
# file: ids/__init__.py
# file: ids/middleware.py
import logging
import uuid

logger = logging.getLogger(__name__)


class RequestIdMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.id = uuid.uuid4().hex
        response = self.get_response(request)
        response["X-Request-ID"] = request.id  # <- finding
        logger.info("answered", extra={"request_id": request.id})
        return response
