import os

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
LOGGING = {
    "version": 1,
    "handlers": {"out": {"class": "logging.StreamHandler", "level": "DEBUG"}},
    "root": {"handlers": ["out"], "level": os.getenv("LOG_LEVEL", "INFO")},
}
