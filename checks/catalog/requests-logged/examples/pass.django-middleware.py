from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
MIDDLEWARE = ["plans.access.AccessLog"]
# file: plans/__init__.py
# file: plans/access.py
import logging
import time

logger = logging.getLogger("access")


class AccessLog:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        started = time.monotonic()
        response = self.get_response(request)
        logger.info(
            "answered",
            extra={
                "request_id": request.id,
                "method": request.method,
                "route": request.resolver_match.route,
                "status_code": response.status_code,
                "duration": time.monotonic() - started,
            },
        )
        return response
