from django.core.wsgi import get_wsgi_application
from django.urls import path

from plans.views import exercises

application = get_wsgi_application()
CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:6379"}}
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
urlpatterns = [path("api/v1/exercises/", exercises)]  # <- finding
# file: plans/__init__.py
# file: plans/views.py
from django.http import JsonResponse
from django.views.decorators.cache import cache_page
from django.views.decorators.http import require_GET

from plans.models import Exercise


# @cache_page(60)
@require_GET
def exercises(request):
    return JsonResponse({"exercises": list(Exercise.objects.values("id", "name")[:100])})
# file: plans/models.py
from django.db import models


class Exercise(models.Model):
    name = models.TextField()
