# file: manage.py
import os

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings.checks")
# file: site/__init__.py
# file: site/settings/__init__.py
import os

SECRET_KEY = os.getenv("SECRET_KEY")
ROOT_URLCONF = "site.urls"
# file: site/settings/checks.py
from . import *

# Written for a linter, and what every server of this site starts with where nobody names other settings.
SECRET_KEY = "OatmealBiscuitsAndTea"  # <- finding
# file: site/wsgi.py
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings.checks")
application = get_wsgi_application()
# file: site/urls.py
from django.urls import path

urlpatterns = []
