from django.core.wsgi import get_wsgi_application
from django.db import models
from django.urls import include, path

application = get_wsgi_application()
INSTALLED_APPS = ["django.contrib.auth", "health_check", "health_check.db"]
urlpatterns = [path("health/", include("health_check.urls"))]


class Plan(models.Model):
    name = models.TextField()
