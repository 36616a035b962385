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
    path("teams/", views.make_team),
    path("plans/", views.make_plan),  # <- finding
]
# file: plans/models.py
from django.db import models


class Team(models.Model):
    team_name = models.CharField(max_length=100, unique=True)


class Plan(models.Model):
    notes = models.TextField()
# file: plans/serializers.py
from rest_framework import serializers

from .models import Plan, Team


class TeamSerializer(serializers.ModelSerializer):
    class Meta:
        model = Team
        fields = ("id", "team_name")


class PlanSerializer(serializers.ModelSerializer):
    class Meta:
        model = Plan
        fields = ("id", "notes")
# file: plans/views.py
from rest_framework.decorators import api_view
from rest_framework.response import Response

from .serializers import PlanSerializer, TeamSerializer


@api_view(["POST"])
def make_team(request):
    serializer = TeamSerializer(data=request.data)
    if serializer.is_valid():
        serializer.save()
        return Response(serializer.data, status=201)
    return Response(serializer.errors, status=400)


@api_view(["POST"])
def make_plan(request):
    serializer = PlanSerializer(data=request.data)
    serializer.is_valid(raise_exception=True)
    serializer.save()
    return Response(serializer.data, status=201)
