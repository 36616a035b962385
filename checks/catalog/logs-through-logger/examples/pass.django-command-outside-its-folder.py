import logging

from django.http import JsonResponse
from django.urls import path

logger = logging.getLogger(__name__)


def plans(request):
    logger.info("asked")
    return JsonResponse({"plans": []})


urlpatterns = [path("plans/", plans)]
# file: manage.py
import os
import sys

import coach.merging

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "main")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
# file: coach/__init__.py
# file: coach/merging.py
from django.core.management.base import BaseCommand


class MergeCommand(BaseCommand):
    """Commands derive from it."""

    def handle(self, *args, **options):
        print("merged")
        self.tell()

    def tell(self):
        print("done")
