# file: Dockerfile
FROM python:3.13-slim
STOPSIGNAL SIGINT
WORKDIR /app
COPY . .
CMD ["waitress-serve", "--listen", "*:8000", "site.wsgi:application"]
# file: manage.py
import os

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")
# file: site/__init__.py
# file: site/settings.py
ROOT_URLCONF = "site.urls"
# file: site/urls.py
urlpatterns = []
# file: site/wsgi.py
from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
