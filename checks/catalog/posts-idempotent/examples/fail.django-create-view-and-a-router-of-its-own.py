# file: manage.py
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site1.settings")
# file: site1/__init__.py
# file: site1/settings.py
ROOT_URLCONF = "site1.urls"
INSTALLED_APPS = ["rest_framework", "plans"]
# file: site1/urls.py
from django.urls import include, path
from rest_framework import routers

from plans import views


class NamedRouter(routers.DefaultRouter):
    def get_api_root_view(self, api_urls=None):
        return super().get_api_root_view(api_urls)


router = NamedRouter()
router.register(r"weeks", views.WeekViewSet)  # <- finding
router.register(r"goals", views.GoalViewSet)

urlpatterns = [
    path("api/", include(router.urls)),
    path("plans/add/", views.PlanAdd.as_view()),  # <- finding
    path("plans/<int:pk>/", views.PlanChange.as_view()),
]
# file: plans/__init__.py
# file: plans/models.py
from django.db import models


class Goal(models.Model):
    slug = models.CharField(max_length=20, unique=True)


class Plan(models.Model):
    title = models.CharField(max_length=80)


class Week(models.Model):
    title = models.CharField(max_length=80)
# file: plans/views.py
from django.views.generic.edit import CreateView, UpdateView
from rest_framework import serializers, viewsets

from plans import models


class WeekSerializer(serializers.ModelSerializer):
    class Meta:
        model = models.Week
        fields = ["title"]


class WeekViewSet(viewsets.ModelViewSet):
    queryset = models.Week.objects.all()
    serializer_class = WeekSerializer


class GoalViewSet(viewsets.ModelViewSet):
    queryset = models.Goal.objects.all()
    http_method_names = ["get", "head"]


class PlanAdd(CreateView):
    model = models.Plan
    fields = ["title"]


class PlanChange(UpdateView):
    model = models.Plan
    fields = ["title"]
