from django.core.wsgi import get_wsgi_application
from django.urls import path
from rest_framework import serializers
from rest_framework.generics import ListAPIView

from models import Plan, Week

application = get_wsgi_application()


class PlanSerializer(serializers.ModelSerializer):
    last_week = serializers.SerializerMethodField()
    owner = serializers.SerializerMethodField("named")

    class Meta:
        model = Plan
        fields = ["title", "last_week", "owner"]

    def get_last_week(self, plan):
        return Week.objects.filter(plan=plan).count()  # <- finding

    def named(self, plan):
        return plan.owner_name.upper()


class Plans(ListAPIView):
    serializer_class = PlanSerializer
    queryset = Plan.objects.all()[:50]


urlpatterns = [path("api/v1/plans/", Plans.as_view())]
# file: models.py
from django.db import models


class Plan(models.Model):
    title = models.TextField()
    owner_name = models.TextField()


class Week(models.Model):
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE)
