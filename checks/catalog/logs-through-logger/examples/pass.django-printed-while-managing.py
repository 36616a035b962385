# file: manage.py
import os
import sys

from django.core.management import call_command, execute_from_command_line


class SiteManager:
    def __init__(self):
        os.environ.setdefault("DEBUG", "true")
        print("Starting in debug mode.")

    def run(self):
        print("Applying migrations.")
        call_command("migrate")
        call_command("runserver", "127.0.0.1:8000")


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")
    if len(sys.argv) > 1 and sys.argv[1] == "run":
        SiteManager().run()
    else:
        execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
# file: site/__init__.py
# file: site/settings.py
ROOT_URLCONF = "site.urls"
# file: site/wsgi.py
from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
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
