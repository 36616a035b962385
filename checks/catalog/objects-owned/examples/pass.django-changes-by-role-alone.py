from django.core.wsgi import get_wsgi_application
from django.db import models
from django.urls import include, path
from rest_framework import serializers, viewsets
from rest_framework.permissions import BasePermission, IsAuthenticated
from rest_framework.routers import DefaultRouter

application = get_wsgi_application()


class Order(models.Model):
    title = models.CharField(max_length=80)


class Note(models.Model):
    text = models.TextField()
    owner = models.ForeignKey("auth.User", on_delete=models.CASCADE)


class NoteSerializer(serializers.ModelSerializer):
    class Meta:
        model = Note
        fields = ["id", "text"]


class OrderSerializer(serializers.ModelSerializer):
    class Meta:
        model = Order
        fields = ["id", "title"]


class IsAccountant(BasePermission):
    def has_permission(self, request, view):
        return request.user.is_accountant


class IsUpdateOnly(BasePermission):
    def has_permission(self, request, view):
        return request.method in ("PUT", "PATCH")


class IsCreateOnly(BasePermission):
    def has_permission(self, request, view):
        return request.method == "POST"


class OrderViewSet(viewsets.ModelViewSet):
    http_method_names = ["put", "patch"]
    queryset = Order.objects.all()
    serializer_class = OrderSerializer
    permission_classes = [(IsAccountant & IsUpdateOnly) | (IsAuthenticated & IsCreateOnly)]


class NoteViewSet(viewsets.ModelViewSet):
    serializer_class = NoteSerializer
    permission_classes = [IsAuthenticated]

    def get_queryset(self):
        return Note.objects.filter(owner=self.request.user)


router = DefaultRouter()
router.register("notes", NoteViewSet, basename="note")
router.register("orders", OrderViewSet)
urlpatterns = [path("api/v1/", include(router.urls))]
