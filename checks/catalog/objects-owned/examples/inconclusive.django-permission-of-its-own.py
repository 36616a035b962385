import os

from django.core.wsgi import get_wsgi_application
from django.db import models
from django.urls import include, path
from rest_framework import serializers, viewsets
from rest_framework.permissions import BasePermission, IsAuthenticated
from rest_framework.routers import DefaultRouter

from teams import team_of

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
application = get_wsgi_application()


class Meal(models.Model):
    team = models.CharField(max_length=20)


class MealSerializer(serializers.ModelSerializer):
    class Meta:
        model = Meal
        fields = ["id"]


class InTeam(BasePermission):
    def has_permission(self, request, view):
        return team_of(request.user).slug == view.kwargs["team"]


class Meals(viewsets.ModelViewSet):
    serializer_class = MealSerializer

    def get_permissions(self):
        return [IsAuthenticated(), InTeam()]

    def get_queryset(self):
        return Meal.objects.filter(team=self.kwargs["team"])


router = DefaultRouter()
router.register("meals", Meals, basename="meal")
urlpatterns = [path("teams/<slug:team>/", include(router.urls))]
