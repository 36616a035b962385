from django.core.wsgi import get_wsgi_application
from django.urls import include, path
from rest_framework.routers import DefaultRouter

from plans.views import ExerciseViewSet

application = get_wsgi_application()
router = DefaultRouter()
router.register("exercises", ExerciseViewSet)
urlpatterns = [path("api/v1/", include(router.urls))]
# file: plans/__init__.py
# file: plans/views.py
from django.utils.decorators import method_decorator
from django.views.decorators.cache import cache_page
from rest_framework import viewsets

from plans.models import Exercise
from plans.serializers import ExerciseSerializer


@method_decorator(cache_page(60 * 15), name="list")
class ExerciseViewSet(viewsets.ReadOnlyModelViewSet):
    queryset = Exercise.objects.all()[:100]
    serializer_class = ExerciseSerializer
# file: plans/serializers.py
from rest_framework import serializers

from plans.models import Exercise


class ExerciseSerializer(serializers.ModelSerializer):
    class Meta:
        model = Exercise
        fields = ["id", "name"]
# file: plans/models.py
from django.db import models


class Exercise(models.Model):
    name = models.TextField()
