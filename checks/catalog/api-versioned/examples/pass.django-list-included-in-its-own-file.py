from django.core.wsgi import get_wsgi_application
from django.http import JsonResponse
from django.urls import include, path

application = get_wsgi_application()


def plans(request):
    return JsonResponse({"plans": []})


def weeks(request):
    return JsonResponse({"weeks": []})


v1 = [path("plans/", plans), path("weeks/", weeks)]
urlpatterns = [path("api/v1/", include((v1, "plans")))]
