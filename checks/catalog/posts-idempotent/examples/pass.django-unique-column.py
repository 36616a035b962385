# file: manage.py
import os

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")
# file: site/__init__.py
# file: site/settings.py
ROOT_URLCONF = "site.urls"
# file: site/urls.py
from django.urls import path

from site.views import CategoryView

urlpatterns = [path("categories/", CategoryView.as_view())]
# file: site/models.py
from django.db import models


class Category(models.Model):
    name = models.CharField(max_length=40, unique=True)


class AuditEntry(models.Model):
    what = models.CharField(max_length=40)
# file: site/views.py
from rest_framework.response import Response
from rest_framework.views import APIView

from site.models import AuditEntry, Category


class CategoryView(APIView):
    # The second time the database refuses the name; that an audit is kept of each try is its purpose.
    def post(self, request):
        AuditEntry.objects.create(what="category")
        category = Category.objects.create(name=request.data["name"])
        return Response({"id": category.pk})
