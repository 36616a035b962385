# file: manage.py
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site1.settings")
# file: site1/__init__.py
# file: site1/settings.py
ROOT_URLCONF = "site1.urls"
INSTALLED_APPS = ["plans.apps.PlansConfig"]
# file: site1/urls.py
from django.urls import path

from plans import views

urlpatterns = [path("plans/", views.plans)]
# file: plans/__init__.py
# file: plans/apps.py
from django.apps import AppConfig
from django.db.models.signals import post_migrate


def add_roles(sender, **kwargs):
    from plans.models import Role

    for name in sender.names:
        Role.objects.get_or_create(name=name)


class PlansConfig(AppConfig):
    name = "plans"

    def ready(self):
        post_migrate.connect(add_roles, sender=self)
# file: plans/models.py
from django.db import models


class Role(models.Model):
    name = models.CharField(max_length=20, unique=True)
# file: plans/views.py
from django.http import JsonResponse

from plans.models import Role


def plans(request):
    return JsonResponse({"roles": list(Role.objects.filter(name="x").values("name")[:10])})
