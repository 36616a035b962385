# file: manage.py
import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")
from django.core.management import execute_from_command_line

execute_from_command_line(sys.argv)
# file: site/settings.py
ROOT_URLCONF = "site.urls"
# file: site/urls.py
from django.urls import path

from plans import views

urlpatterns = [
    path("plans/<int:plan_id>", views.rename_plan),
    path("plans/<int:plan_id>/start", views.start_plan),  # <- finding
    path("plans/<int:plan_id>/size", views.size_of_plan),
]
# file: plans/permissions.py
from rest_framework import permissions


class HasVerifiedEmail(permissions.BasePermission):
    def has_permission(self, request, view):
        return request.user.is_active
# file: plans/models.py
from django.db import models


class Plan(models.Model):
    owner = models.ForeignKey("auth.User", on_delete=models.CASCADE)
    title = models.CharField(max_length=100)
# file: plans/views.py
import os

from rest_framework import permissions
from rest_framework.decorators import api_view, authentication_classes, permission_classes
from rest_framework.response import Response
from rest_framework_simplejwt.authentication import JWTAuthentication

from .models import Plan
from .permissions import HasVerifiedEmail


@api_view(["PATCH"])
@permission_classes((permissions.IsAuthenticated, HasVerifiedEmail))
@authentication_classes((JWTAuthentication,))
def rename_plan(request, plan_id):
    plan = Plan.objects.get(id=plan_id, owner=request.user)
    plan.title = request.data["title"]
    plan.save()
    return Response({"title": plan.title})


@api_view(["PATCH"])
@permission_classes((permissions.IsAuthenticated, HasVerifiedEmail))
@authentication_classes((JWTAuthentication,))
def start_plan(request, plan_id):
    plan = Plan.objects.get(id=plan_id)
    plan.started = True
    plan.save()
    return Response({})


@api_view(["GET"])
@permission_classes(())
@authentication_classes(())
def size_of_plan(request, plan_id):
    token = request.META.get("HTTP_AUTHORIZATION", "")
    if token != os.environ["MACHINE_TOKEN"]:
        return Response({}, status=403)
    return Response({"size": len(Plan.objects.get(id=plan_id).title)})
