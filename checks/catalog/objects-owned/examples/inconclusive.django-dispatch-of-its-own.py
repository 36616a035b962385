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

urlpatterns = [path("plans/<int:pk>/remove/", views.PlanRemove.as_view())]
# file: plans/__init__.py
# file: plans/models.py
from django.conf import settings
from django.db import models


class Plan(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)

    def owner_of(self):
        return self
# file: plans/views.py
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpResponseForbidden
from django.views.generic import DeleteView

from plans.models import Plan


class OwnersOnly:
    def dispatch(self, request, *args, **kwargs):
        self.kwargs = kwargs
        if self.get_object().owner_of().user != request.user:
            return HttpResponseForbidden()
        return super().dispatch(request, *args, **kwargs)


class PlanRemove(OwnersOnly, LoginRequiredMixin, DeleteView):
    model = Plan
