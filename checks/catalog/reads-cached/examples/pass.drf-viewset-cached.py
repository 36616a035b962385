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
from rest_framework.response import Response

from plans.models import Exercise


class ExerciseViewSet(viewsets.ViewSet):
    queryset = Exercise.objects.all()

    @method_decorator(cache_page(60 * 15))
    def list(self, request):
        return Response(list(Exercise.objects.values("id", "name")[:100]))
# file: plans/models.py
from django.db import models


class Exercise(models.Model):
    name = models.TextField()
