from django.core.wsgi import get_wsgi_application
from django.db import models
from django.http import JsonResponse
from django.urls import path

application = get_wsgi_application()


class Owner(models.Model):
    email = models.EmailField()


class Plan(models.Model):
    name = models.TextField()
    owner = models.ForeignKey(Owner, on_delete=models.CASCADE)


def plans(request):
    found = []
    for plan in Plan.objects.filter(name__startswith=request.GET["name"])[:50]:
        found.append({"name": plan.name, "owner": plan.owner.email})  # <- finding
    return JsonResponse({"plans": found})


urlpatterns = [path("plans", plans)]
