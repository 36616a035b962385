from django.core.paginator import Paginator
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
    page = Paginator(Plan.objects.select_related("owner").only("name", "owner__email").order_by("pk"), 25).get_page(request.GET.get("page"))
    return JsonResponse({"plans": [{"name": plan.name, "owner": plan.owner.email} for plan in page]})


urlpatterns = [path("plans", plans)]
