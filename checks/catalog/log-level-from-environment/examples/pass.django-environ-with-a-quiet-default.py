# file: manage.py
import os

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")
# file: site/__init__.py
# file: site/settings.py
import environ

env = environ.Env(DEBUG=(bool, False))
DEBUG = env("DEBUG")
ROOT_URLCONF = "site.urls"
LOGGING = {
    "version": 1,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {
        "django": {
            "handlers": ["console"],
            "level": env("LOG_LEVEL", default=("INFO" if DEBUG else "WARN")),
        }
    },
}
# file: site/urls.py
from django.urls import path

from site.views import plans

urlpatterns = [path("plans/", plans)]
# file: site/views.py
import logging

from django.http import JsonResponse

log = logging.getLogger(__name__)


def plans(request):
    log.info("plans asked for")
    return JsonResponse([], safe=False)
