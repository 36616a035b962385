# file: Dockerfile
FROM python:3.12-slim
RUN pip install uwsgi django
# <- finding below
CMD ["uwsgi", "--master", "--die-on-term", "--http-socket", ":8000", "--module", "config.wsgi:application"]
# file: config/wsgi.py
from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
