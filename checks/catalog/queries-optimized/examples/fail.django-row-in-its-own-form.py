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
    title = models.CharField(max_length=40)


class Exercise(models.Model):
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE)
    name = models.CharField(max_length=40)
# file: site/serializers.py
from rest_framework import serializers

from site.models import Exercise, Plan


class PlanSerializer(serializers.ModelSerializer):
    class Meta:
        model = Plan
        fields = ["id", "title"]

    def to_representation(self, instance):
        names = [each.name for each in Exercise.objects.filter(plan=instance.id)]  # <- finding
        return {"id": instance.id, "title": instance.title, "exercises": names}
# file: site/urls.py
from django.urls import include, path
from rest_framework.routers import DefaultRouter
from rest_framework.viewsets import ModelViewSet

from site.models import Plan
from site.serializers import PlanSerializer


class PlanViewSet(ModelViewSet):
    queryset = Plan.objects.all()
    serializer_class = PlanSerializer


router = DefaultRouter()
router.register("plans", PlanViewSet)
urlpatterns = [path("api/v1/", include(router.urls))]
