from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

application = get_wsgi_application()


def metrics(request):  # <- finding
    return HttpResponse(generate_latest(), content_type=CONTENT_TYPE_LATEST)


def plans(request):
    # http_requests_total.labels("GET", "/plans").inc()
    return HttpResponse("[]", content_type="application/json")


urlpatterns = [path("metrics", metrics), path("api/v1/plans/", plans)]
