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


def healthz(request):
    return JsonResponse({"status": "ok", "migrations": "current", "plans": Plan.objects.count()})


urlpatterns = [path("healthz", healthz)]
# file: plans/models.py
from django.db import models


class Plan(models.Model):
    name = models.TextField()
# file: plans/management/commands/check_migrations.py
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


class Command(BaseCommand):
    def handle(self, *args, **options):
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            raise SystemExit(1)
