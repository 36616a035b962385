# file: manage.py
import os

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")
# file: site/__init__.py
# file: site/settings.py
ROOT_URLCONF = "site.urls"
# file: site/models.py
from django.db import models


class Plan(models.Model):
    name = models.CharField(max_length=40)
    seen = models.DateTimeField(null=True)
# file: site/urls.py
from django.urls import path

from site.views import plan

urlpatterns = [path("plans/<str:name>/", plan)]
# file: site/views.py
from django.http import Http404, JsonResponse
from django.utils import timezone

from site.models import Plan


def mark_seen(plan):
    plan.seen = timezone.now()
    plan.save()


def plan(request, name):
    for plan in Plan.objects.filter(name__startswith=name[0])[:50]:
        if plan.name == name:
            if plan.seen is None:
                mark_seen(plan)
            return JsonResponse({"name": plan.name})
    raise Http404
