from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
LOGGING = {
    "version": 1,
    "handlers": {"out": {"class": "logging.StreamHandler", "level": "DEBUG"}},
    "loggers": {
        "plans": {"handlers": ["out"], "level": "DEBUG"},  # <- finding
    },
}
