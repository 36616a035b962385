# A throttle of the service's own that asks the view for its scope, as the one it derives from does.
# file: manage.py
import os

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")
# file: site/__init__.py
# file: site/settings.py
ROOT_URLCONF = "site.urls"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://cache"}}
REST_FRAMEWORK = {
    "DEFAULT_THROTTLE_CLASSES": ["site.throttling.PerTeam"],
    "DEFAULT_THROTTLE_RATES": {"user_login": "5/minute"},
    "NUM_PROXIES": 1,
}
# file: site/throttling.py
from rest_framework.throttling import ScopedRateThrottle


class PerTeam(ScopedRateThrottle):
    def get_ident(self, request):
        return str(request.user.team_id)
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
    throttle_scope = "user_login"

    def post(self, request):
        return Response({"token": "…"})


class PlanView(APIView):
    def get(self, request):
        return Response({"plans": []})
