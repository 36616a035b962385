# file: src/manage.py
import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")
    execute_from_command_line(sys.argv)
# file: src/site/__init__.py
# file: src/site/settings.py
ROOT_URLCONF = "site.urls"
DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "NAME": "plans"}}
# file: src/site/models.py
from django.db import models


class Plan(models.Model):
    title = models.CharField(max_length=80)
# file: src/site/urls.py
from django.http import JsonResponse
from django.urls import path

from site.models import Plan

urlpatterns = [path("plans/", lambda request: JsonResponse({"plans": Plan.objects.count()}))]
# file: entrypoints/web.sh
#!/bin/sh
/app/src/manage.py migrate
exec gunicorn site.wsgi:application --chdir /app/src
