import os

from django.core.wsgi import get_wsgi_application
from django.db import models
from django.urls import include, path
from rest_framework import permissions, serializers, viewsets
from rest_framework.routers import DefaultRouter

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
application = get_wsgi_application()


class Plan(models.Model):
    owner = models.ForeignKey("auth.User", on_delete=models.CASCADE)
    title = models.CharField(max_length=80)


class PlanSerializer(serializers.ModelSerializer):
    class Meta:
        model = Plan
        fields = ["id", "title"]


class Plans(viewsets.ModelViewSet):
    serializer_class = PlanSerializer
    permission_classes = [permissions.IsAuthenticated]

    def get_queryset(self):
        return Plan.objects.filter(owner=self.request.user)


class Drafts(viewsets.GenericViewSet, viewsets.mixins.DestroyModelMixin):
    queryset = Plan.objects.filter(draft=True)
    serializer_class = PlanSerializer
    permission_classes = [permissions.IsAuthenticated]


router = DefaultRouter()
router.register("plans", Plans, basename="plan")
router.register("drafts", Drafts)  # <- finding
urlpatterns = [path("api/", include(router.urls))]
