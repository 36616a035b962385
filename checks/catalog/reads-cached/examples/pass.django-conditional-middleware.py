from django.core.wsgi import get_wsgi_application
from django.urls import path

from plans.views import exercises

application = get_wsgi_application()
MIDDLEWARE = ["django.middleware.http.ConditionalGetMiddleware", "django.middleware.common.CommonMiddleware"]
urlpatterns = [path("api/v1/exercises/", exercises)]
# file: plans/__init__.py
# file: plans/views.py
from django.http import JsonResponse
from django.views.decorators.http import require_GET

from plans.models import Exercise


@require_GET
def exercises(request):
    return JsonResponse({"exercises": list(Exercise.objects.values("id", "name")[:100])})
# file: plans/models.py
from django.db import models


class Exercise(models.Model):
    name = models.TextField()
