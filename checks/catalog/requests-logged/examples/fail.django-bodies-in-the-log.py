from django.core.wsgi import get_wsgi_application
from django.http import JsonResponse
from django.urls import path

application = get_wsgi_application()
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware", "plans.access.AccessLog"]


def plans(request):
    return JsonResponse({})


urlpatterns = [path("api/v1/plans/", plans)]
# file: plans/__init__.py
# file: plans/access.py
import logging
import time
import uuid

logger = logging.getLogger("access")


class AccessLog:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        started = time.monotonic()
        response = self.get_response(request)
        logger.info(  # <- finding
            "answered",
            extra={
                "request_id": uuid.uuid4().hex,
                "method": request.method,
                "path": request.path,
                "status": response.status_code,
                "duration": time.monotonic() - started,
                "body": request.body,
            },
        )
        return response
