from django.core.wsgi import get_wsgi_application
from django.urls import path

from plans_v1 import views

application = get_wsgi_application()
# Served below /api/v1 one day.
API_VERSION = "v1"
urlpatterns = [
    path("plans/", views.PlansV1.as_view(), name="v1-plans"),  # <- finding
    path("v1beta-plans/", views.PlansV1.as_view()),
]
# file: plans_v1/__init__.py
# file: plans_v1/views.py
from django.http import JsonResponse
from django.views import View


class PlansV1(View):
    def get(self, request):
        return JsonResponse({"version": "v1"})
