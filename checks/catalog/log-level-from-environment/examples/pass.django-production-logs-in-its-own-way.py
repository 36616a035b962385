# file: manage.py
import os

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings.production")
# file: site/__init__.py
# file: site/settings/__init__.py
import os

ROOT_URLCONF = "site.urls"
LOGGING = {
    "version": 1,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"plans": {"handlers": ["console"], "level": os.getenv("PLANS_LOG_LEVEL", "DEBUG")}},
}
# file: site/settings/production.py
import os

from . import *

LOGGING = {
    "version": 1,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": os.getenv("LOG_LEVEL", "INFO")},
}
# file: site/urls.py
import logging

from django.http import JsonResponse
from django.urls import path


def plans(request):
    logging.getLogger("plans").info("plans are asked for")
    return JsonResponse({"plans": []})


urlpatterns = [path("v1/plans/", plans)]
