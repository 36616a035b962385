# file: manage.py
import os

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")
# file: site/__init__.py
# file: site/settings.py
ROOT_URLCONF = "site.urls"
# file: site/urls.py
from django.db import models
from django.urls import include, path
from rest_framework import serializers
from rest_framework.mixins import CreateModelMixin, ListModelMixin
from rest_framework.routers import DefaultRouter
from rest_framework.viewsets import GenericViewSet, ModelViewSet


class Plan(models.Model):
    id = models.BigIntegerField(primary_key=True)
    title = models.CharField(max_length=80)


class Reminder(models.Model):
    text = models.CharField(max_length=80)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE)


class PlanSerializer(serializers.ModelSerializer):
    class Meta:
        model = Plan
        fields = "__all__"


class ReminderSerializer(serializers.ModelSerializer):
    class Meta:
        model = Reminder
        fields = "__all__"


class PlanViewSet(ModelViewSet):
    queryset = Plan.objects.all()
    serializer_class = PlanSerializer


class ReminderViewSet(CreateModelMixin, ListModelMixin, GenericViewSet):
    queryset = Reminder.objects.select_related("plan")
    serializer_class = ReminderSerializer


router = DefaultRouter()
router.register("plans", PlanViewSet)
router.register("reminders", ReminderViewSet)  # <- finding

urlpatterns = [path("api/v1/", include(router.urls))]
