# file: manage.py
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site1.settings")
# file: site1/__init__.py
# file: site1/settings.py
import os

from django.core.management.utils import get_random_secret_key

ROOT_URLCONF = "site1.urls"
INSTALLED_APPS = ["rest_framework"]
SECRET_KEY = ""
if os.environ.get("SECRET_KEY"):
    SECRET_KEY = os.environ["SECRET_KEY"]
if not SECRET_KEY:
    SECRET_KEY = get_random_secret_key()
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ("rest_framework_simplejwt.authentication.JWTAuthentication",),
}
# file: site1/urls.py
urlpatterns = []
