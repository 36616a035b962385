"""Tracing: opentelemetry-instrument starts it one day (traceparent, ddtrace)."""
from django.core.wsgi import get_wsgi_application
from django.http import JsonResponse
from django.urls import path
from opentelemetry.instrumentation.django import DjangoInstrumentor

# DjangoInstrumentor().instrument()
application = get_wsgi_application()  # <- finding


def plans(request):
    return JsonResponse({"trace": request.headers.get("X-Trace-Id")})


urlpatterns = [path("api/v1/plans/", plans)]
