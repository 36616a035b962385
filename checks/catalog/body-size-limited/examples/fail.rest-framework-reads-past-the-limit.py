import os

from django.core.wsgi import get_wsgi_application
from django.urls import path
from rest_framework.response import Response
from rest_framework.views import APIView

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
application = get_wsgi_application()  # <- finding


class Meals(APIView):
    def post(self, request):
        return Response({"title": request.data["title"]})


urlpatterns = [path("meals/", Meals.as_view())]

# file: settings.py
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000

# file: requirements.txt
Django==5.1.2
djangorestframework==3.15.2
