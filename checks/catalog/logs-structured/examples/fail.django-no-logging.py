import logging

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()  # <- finding
logging.getLogger(__name__).info("ready")
