from django.core.wsgi import get_wsgi_application
from django.urls import path
from drf_spectacular.utils import OpenApiExample, extend_schema
from drf_spectacular.views import SpectacularAPIView

application = get_wsgi_application()


@extend_schema(examples=[OpenApiExample("one", value={"name": "Marathon"})])
def plans(request):
    return None


urlpatterns = [path("api/schema/", SpectacularAPIView.as_view()), path("plans/", plans)]
