from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.http import JsonResponse
from django.urls import include, path
from django.views import View

application = get_wsgi_application()


class Ready(View):
    def get(self, request):
        connection.ensure_connection()
        return JsonResponse({"status": "pass"})


probes = [path("ready/", Ready.as_view())]
urlpatterns = [path("readyz", Ready.as_view())]
