import os

import requests
from ddtrace import patch

if os.environ.get("TRACES", "false") == "true":
    patch(django=True, requests=True)

from django.core.wsgi import get_wsgi_application
from django.http import JsonResponse
from django.urls import path

application = get_wsgi_application()


def plans(request):
    return JsonResponse(requests.get("https://plans.example.com", timeout=5).json())


urlpatterns = [path("plans", plans)]
