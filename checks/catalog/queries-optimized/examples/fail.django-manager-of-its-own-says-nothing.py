# file: manage.py
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site1.settings")
# file: site1/__init__.py
# file: site1/settings.py
ROOT_URLCONF = "site1.urls"
INSTALLED_APPS = ["naps"]
# file: site1/urls.py
from django.urls import path

from naps import views

urlpatterns = [path("naps/", views.naps)]
# file: naps/__init__.py
# file: naps/models.py
from django.db import models


class Child(models.Model):
    name = models.CharField(max_length=40)


class Nap(models.Model):
    child = models.ForeignKey(Child, on_delete=models.CASCADE)
    start = models.DateTimeField()
    objects = models.Manager()
# file: naps/views.py
from django.http import JsonResponse

from naps.models import Nap


def naps(request):
    rows = Nap.objects.filter(start__date=request.GET["day"])
    told = []
    for row in rows:
        told.append({"who": row.child.name})  # <- finding
    return JsonResponse({"naps": told})
