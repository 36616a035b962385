# file: manage.py
import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")
    execute_from_command_line(sys.argv)
# file: shop/settings.py
ROOT_URLCONF = "shop.urls"
# file: shop/management/commands/seed.py
print("a command may print")
# file: shop/views.py
import logging

from django.http import JsonResponse

logger = logging.getLogger(__name__)


def plans(request):
    logger.info("plans")
    return JsonResponse({"plans": []})
# file: shop/urls.py
from django.urls import path

from shop.views import plans

urlpatterns = [path("api/plans", plans)]
