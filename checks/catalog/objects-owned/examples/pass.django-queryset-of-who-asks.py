import os

from django.core.wsgi import get_wsgi_application
from django.db import models
from django.urls import include, path
from rest_framework import generics, permissions, serializers, viewsets
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


class Owned:
    permission_classes = [permissions.IsAuthenticated]

    def get_queryset(self):
        return Plan.objects.filter(owner=self.request.user)


class Plans(Owned, viewsets.ModelViewSet):
    serializer_class = PlanSerializer


class OnePlan(Owned, generics.RetrieveUpdateDestroyAPIView):
    serializer_class = PlanSerializer


class Goals(viewsets.ReadOnlyModelViewSet):
    """The same for everybody."""

    queryset = Plan.objects.filter(template=True)
    serializer_class = PlanSerializer
    permission_classes = [permissions.AllowAny]


router = DefaultRouter()
router.register("plans", Plans, basename="plan")
router.register("goals", Goals)
urlpatterns = [path("api/", include(router.urls)), path("plan/<int:pk>/", OnePlan.as_view())]
