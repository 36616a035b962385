# file: manage.py
import os

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")
# file: site/__init__.py
# file: site/settings.py
ROOT_URLCONF = "site.urls"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://cache"}}
REST_FRAMEWORK = {
    "DEFAULT_THROTTLE_CLASSES": ["rest_framework.throttling.ScopedRateThrottle"],
    "DEFAULT_THROTTLE_RATES": {"login": "5/minute"},
    "NUM_PROXIES": 1,
}
# file: site/urls.py
from django.urls import path

from site.views import LoginView, PlanView

urlpatterns = [
    path("v1/login/", LoginView.as_view()),
    path("v1/plans/", PlanView.as_view()),  # <- finding
]
# file: site/views.py
from rest_framework.response import Response
from rest_framework.views import APIView


class LoginView(APIView):
    throttle_scope = "login"

    def post(self, request):
        return Response({"token": "…"})


# Names no scope: nobody counts it.
class PlanView(APIView):
    def get(self, request):
        return Response({"plans": []})
