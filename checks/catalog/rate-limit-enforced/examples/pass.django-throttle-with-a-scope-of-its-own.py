# The throttle brings its scope along: it counts every view, whatever the scope is called.
# file: manage.py
import os

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")
# file: site/__init__.py
# file: site/settings.py
ROOT_URLCONF = "site.urls"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://cache"}}
REST_FRAMEWORK = {
    "DEFAULT_THROTTLE_CLASSES": ["site.throttling.PlansThrottle", "rest_framework.throttling.ScopedRateThrottle"],
    "DEFAULT_THROTTLE_RATES": {"plans": "100/minute", "login": "5/minute"},
    "NUM_PROXIES": 1,
}
# file: site/throttling.py
from rest_framework.throttling import UserRateThrottle


class PlansThrottle(UserRateThrottle):
    scope = "plans"
# file: site/urls.py
from django.urls import path

from site.views import PlanView

urlpatterns = [path("v1/plans/", PlanView.as_view())]
# file: site/views.py
from rest_framework.response import Response
from rest_framework.views import APIView


class PlanView(APIView):
    def get(self, request):
        return Response({"plans": []})
