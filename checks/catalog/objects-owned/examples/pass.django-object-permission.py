import os

from django.core.wsgi import get_wsgi_application
from django.db import models
from django.urls import path
from rest_framework import generics, serializers
from rest_framework.permissions import BasePermission, IsAuthenticated

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
application = get_wsgi_application()


class Meal(models.Model):
    eater = models.ForeignKey("auth.User", on_delete=models.CASCADE)


class MealSerializer(serializers.ModelSerializer):
    class Meta:
        model = Meal
        fields = ["id"]


class ByEater(BasePermission):
    def has_object_permission(self, request, view, obj):
        return obj.eater == request.user


class OneMeal(generics.RetrieveDestroyAPIView):
    queryset = Meal.objects.all()
    serializer_class = MealSerializer
    permission_classes = [IsAuthenticated, ByEater]


urlpatterns = [path("meals/<int:pk>/", OneMeal.as_view())]
