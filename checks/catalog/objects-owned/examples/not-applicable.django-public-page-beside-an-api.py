from django.core.wsgi import get_wsgi_application
from django.urls import path
from django.views.generic import DetailView
from rest_framework.response import Response
from rest_framework.views import APIView

from models import Company

# For views of REST framework alone.
REST_FRAMEWORK = {"DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"]}

application = get_wsgi_application()


class CompanyPage(DetailView):
    model = Company


class Me(APIView):
    def get(self, request):
        return Response({"name": request.user.name})


urlpatterns = [path("companies/<int:pk>/", CompanyPage.as_view()), path("api/v1/me/", Me.as_view())]
# file: models.py
from django.db import models


class Company(models.Model):
    name = models.CharField(max_length=80)
