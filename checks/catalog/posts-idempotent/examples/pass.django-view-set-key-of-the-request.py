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
from rest_framework.routers import DefaultRouter
from rest_framework.viewsets import ModelViewSet


class Plan(models.Model):
    id = models.BigIntegerField(primary_key=True)
    title = models.CharField(max_length=80)


class PlanSerializer(serializers.ModelSerializer):
    class Meta:
        model = Plan
        fields = "__all__"


class PlanViewSet(ModelViewSet):
    queryset = Plan.objects.all()
    serializer_class = PlanSerializer


router = DefaultRouter()
router.register("plans", PlanViewSet)

urlpatterns = [path("api/v1/", include(router.urls))]
