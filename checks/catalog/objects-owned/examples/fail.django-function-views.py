import os

from django.contrib.auth.decorators import login_required
from django.core.wsgi import get_wsgi_application
from django.db import models
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
application = get_wsgi_application()


class Plan(models.Model):
    owner = models.ForeignKey("auth.User", on_delete=models.CASCADE)


@login_required
def one(request, pk):
    plan = get_object_or_404(Plan, pk=pk, owner=request.user)
    return JsonResponse({"id": plan.id})


@login_required
def finish(request, pk):
    plan = get_object_or_404(Plan, pk=pk)
    plan.done = True
    plan.save()
    return JsonResponse({"id": plan.id})


urlpatterns = [
    path("plans/<int:pk>/", one),
    path("plans/<int:pk>/finish/", finish),  # <- finding
]
