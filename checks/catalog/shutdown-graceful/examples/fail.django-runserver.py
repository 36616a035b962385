import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
application = get_wsgi_application()
# file: Procfile
release: python manage.py migrate
web: python manage.py runserver 0.0.0.0:8000 # <- finding
