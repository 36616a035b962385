from django.http import JsonResponse
from django.urls import path
from django.core.wsgi import get_wsgi_application
from django.db import models

application = get_wsgi_application()


class Plan(models.Model):
    name = models.TextField()


def health(request):
    return JsonResponse({"status": "ok"})


urlpatterns = [
    path("health/", health),  # <- finding
]
