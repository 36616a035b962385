import requests
from django.core.wsgi import get_wsgi_application
from django.http import JsonResponse
from django.urls import path
from opentelemetry import trace
from opentelemetry.instrumentation.django import DjangoInstrumentor
from opentelemetry.instrumentation.requests import RequestsInstrumentor
from opentelemetry.sdk.trace import TracerProvider

trace.set_tracer_provider(TracerProvider())
DjangoInstrumentor().instrument()
RequestsInstrumentor().instrument()
application = get_wsgi_application()


def weather(request):
    return JsonResponse(requests.get("https://api.example.com/weather", timeout=2).json())


urlpatterns = [path("api/v1/weather/", weather)]
