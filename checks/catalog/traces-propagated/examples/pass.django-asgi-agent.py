# file: manage.py
import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "plans.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
# file: plans/__init__.py
# file: plans/settings.py
ROOT_URLCONF = "plans.urls"
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
# file: plans/urls.py
from django.urls import path

from plans.views import weather

urlpatterns = [path("api/v1/weather/", weather)]
# file: plans/views.py
import httpx
from django.http import JsonResponse


def weather(request):
    return JsonResponse(httpx.get("https://api.example.com/weather", timeout=2).json())
# file: Dockerfile
FROM python:3.13-slim
RUN useradd --system app
USER app
CMD ["ddtrace-run", "gunicorn", "plans.wsgi:application"]
