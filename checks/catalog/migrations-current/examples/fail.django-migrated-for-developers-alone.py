# file: Dockerfile
FROM python:3.12-slim AS base
COPY . .

FROM base AS dev
CMD ["sh", "-c", "python manage.py migrate && python manage.py runserver"]

FROM base AS prod
CMD ["gunicorn", "config.wsgi"]
# file: config/wsgi.py
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()  # <- finding
# file: config/settings.py
ROOT_URLCONF = "config.urls"
INSTALLED_APPS = ["plans"]
DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql"}}
# file: config/urls.py
from django.http import JsonResponse
from django.urls import path

from plans.models import Plan


def plans(request):
    return JsonResponse({"plans": list(Plan.objects.values("name")[:20])})


urlpatterns = [path("plans", plans)]
# file: plans/models.py
from django.db import models


class Plan(models.Model):
    name = models.TextField()
