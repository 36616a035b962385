# file: Dockerfile
FROM python:3.12-slim
COPY . /code
WORKDIR /code
CMD ["uwsgi", "--ini", "/code/deploy/uwsgi.ini"]  # <- finding
# file: deploy/uwsgi.ini
[uwsgi]
module = site.wsgi:application
disable-logging = false
harakiri = 60
# file: manage.py
import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")
from django.core.management import execute_from_command_line

execute_from_command_line(sys.argv)
# file: site/settings.py
ROOT_URLCONF = "site.urls"
# file: site/urls.py
urlpatterns = []
