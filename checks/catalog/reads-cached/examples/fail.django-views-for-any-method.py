# file: manage.py
import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")
    execute_from_command_line(sys.argv)
# file: shop/settings.py
ROOT_URLCONF = "shop.urls"
INSTALLED_APPS = ["plans"]
# file: shop/urls.py
from django.urls import path

from plans import views

urlpatterns = [
    path("plans/", views.plans),  # <- finding
]
# file: plans/views.py
from django.contrib.auth.decorators import login_required
from django.http import JsonResponse

from .models import Plan


@login_required
def plans(request):
    return JsonResponse({"plans": list(Plan.objects.filter(owner=request.user).values("name")[:20])})
# file: plans/models.py
from django.db import models


class Plan(models.Model):
    name = models.TextField()
    owner = models.ForeignKey("auth.User", on_delete=models.CASCADE)
