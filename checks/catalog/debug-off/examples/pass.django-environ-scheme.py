# file: manage.py
import os

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")
# file: site/__init__.py
# file: site/settings.py
import environ

env = environ.Env(DEBUG=(bool, False), API_URL=(str, "https://plans.example"))
DEBUG = env("DEBUG")
SECRET_KEY = env("SECRET_KEY")
ROOT_URLCONF = "site.urls"
# file: site/urls.py
urlpatterns = []
