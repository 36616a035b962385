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
    path("plans/add/", views.PlanAdd.as_view()),
    path("plans/<int:pk>/", views.PlanDetail.as_view()),
    path("plans/<int:pk>/again/", views.PlanAgain.as_view()),
]
# file: plans/__init__.py
# file: plans/models.py
from django.conf import settings
from django.db import models


class Plan(models.Model):
    title = models.CharField(max_length=80)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
# file: plans/views.py
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic import DetailView, View

from plans.models import Plan


class PlanAdd(PermissionRequiredMixin, View):
    permission_required = "plans.add_plan"

    def post(self, request, *args, **kwargs):
        plan = Plan.objects.create(user=request.user)
        return redirect(reverse("plan", args={plan.id}))


class PlanDetail(PermissionRequiredMixin, DetailView):
    model = Plan
    permission_required = "plans.view_plan"


class PlanAgain(PermissionRequiredMixin, View):
    permission_required = "plans.change_plan"

    def post(self, request, *args, **kwargs):
        plan = Plan.objects.get(id=kwargs["pk"])
        plan.restart()
        return redirect("/")
