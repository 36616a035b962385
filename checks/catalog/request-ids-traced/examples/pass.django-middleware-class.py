import logging
import uuid

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware", "plans.ids.RequestId"]
# file: plans/__init__.py
# file: plans/ids.py
import logging
import uuid

logger = logging.getLogger(__name__)


class RequestId:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.id = str(uuid.uuid4())
        response = self.get_response(request)
        response["X-Request-ID"] = request.id
        logger.info("answered", extra={"request_id": request.id})
        return response
