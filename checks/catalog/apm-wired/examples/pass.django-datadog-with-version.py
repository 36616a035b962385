from django.core.wsgi import get_wsgi_application
from django.urls import path

from plans import plans

application = get_wsgi_application()
urlpatterns = [path("plans/", plans)]
# file: plans.py
from django.http import JsonResponse


def plans(request):
    return JsonResponse({})
# file: Procfile
web: DD_SERVICE=plans DD_VERSION=$SOURCE_VERSION ddtrace-run gunicorn main:application
