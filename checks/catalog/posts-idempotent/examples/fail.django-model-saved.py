import os

from django.core.wsgi import get_wsgi_application
from django.db import models
from django.urls import path
from rest_framework.response import Response
from rest_framework.views import APIView

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
application = get_wsgi_application()


class Photo(models.Model):
    name = models.CharField(max_length=80)


class PhotoService:
    def __init__(self, user):
        self.user = user

    def start(self, name):
        photo = Photo(name=name)
        photo.full_clean()
        photo.save()
        return photo


class PhotoApi(APIView):
    def post(self, request):
        photo = PhotoService(request.user).start(request.data["name"])
        return Response({"id": photo.id}, status=201)


urlpatterns = [path("photos/", PhotoApi.as_view())]  # <- finding
