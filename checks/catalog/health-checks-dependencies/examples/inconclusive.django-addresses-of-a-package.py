from django.core.wsgi import get_wsgi_application
from django.db import models
from django.urls import include, path

application = get_wsgi_application()
INSTALLED_APPS = ["health_check", "health_check.db", "company.common"]
urlpatterns = [path("", include("company.common.urls"))]


class Plan(models.Model):
    name = models.TextField()
