from django.core.wsgi import get_wsgi_application
from django.urls import include, path
from rest_framework.routers import DefaultRouter

from plans.views import PlanViewSet, WorkoutViewSet

application = get_wsgi_application()
router = DefaultRouter()
router.register("plans", PlanViewSet, basename="plan")
router.register("workouts", WorkoutViewSet, basename="workout")
urlpatterns = [path("api/v1/", include(router.urls))]
# file: plans/__init__.py
# file: plans/views.py
from rest_framework import viewsets

from plans.models import Plan, Workout


class PlanViewSet(viewsets.ModelViewSet):
    queryset = Plan.objects.all()


class WorkoutViewSet(viewsets.ReadOnlyModelViewSet):
    queryset = Workout.objects.all()
# file: plans/models.py
from django.db import models


class Plan(models.Model):
    name = models.TextField()


class Workout(models.Model):
    name = models.TextField()
