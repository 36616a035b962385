# file: manage.py
import os

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")
# file: site/__init__.py
# file: site/settings.py
SECRET_KEY = "oatmeal biscuits"  # <- finding
ROOT_URLCONF = "site.urls"
DEBUG = False
# file: site/urls.py
from django.urls import path

urlpatterns = []
