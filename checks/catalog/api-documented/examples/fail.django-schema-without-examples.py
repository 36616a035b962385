from django.core.wsgi import get_wsgi_application
from django.urls import path
from drf_spectacular.views import SpectacularAPIView

application = get_wsgi_application()
urlpatterns = [path("api/schema/", SpectacularAPIView.as_view())]  # <- finding
