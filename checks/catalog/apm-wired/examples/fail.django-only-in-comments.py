"""Errors go to Sentry: sentry_sdk.init(dsn=...) in settings, see docs/newrelic.md."""
from django.core.wsgi import get_wsgi_application
from django.urls import path

from plans import plans

application = get_wsgi_application()  # <- finding
# sentry_sdk.init(dsn=os.environ["SENTRY_DSN"], release=os.environ["GIT_SHA"])
SENTRY_DSN = ""
LOGGING = {"version": 1, "loggers": {"sentry_sdk": {"level": "ERROR"}, "ddtrace": {"level": "ERROR"}}}
urlpatterns = [path("plans/", plans)]
# file: plans.py
from django.http import JsonResponse


def plans(request):
    return JsonResponse({"tools": ["datadog", "rollbar", "bugsnag"]})
