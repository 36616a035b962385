# file: manage.py
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site1.settings")
# file: site1/__init__.py
# file: site1/settings.py
ROOT_URLCONF = "site1.urls"
INSTALLED_APPS = ["plans"]
# file: site1/urls.py
from django.urls import path

from plans import views

urlpatterns = [
    path("plans/", views.PlanList.as_view()),  # <- finding
]
# file: plans/__init__.py
# file: plans/models.py
from django.db import models


class Plan(models.Model):
    title = models.CharField(max_length=80)
# file: plans/views.py
from django.http import JsonResponse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache

from plans.models import Plan


@method_decorator(never_cache, name="dispatch")
class PlanList(View):
    def get(self, request):
        return JsonResponse({"plans": list(Plan.objects.filter(title="x").values())})
