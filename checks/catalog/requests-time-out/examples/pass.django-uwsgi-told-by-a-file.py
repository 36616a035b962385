# file: docker/Dockerfile
FROM python:3.12-slim
CMD ["uwsgi", "/srv/plans/docker/uwsgi.ini"]
# file: docker/uwsgi.ini
[uwsgi]
master
die-on-term
harakiri = 10
module = config.wsgi:application
# file: config/wsgi.py
from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
# file: config/urls.py
from django.http import JsonResponse
from django.urls import path

urlpatterns = [path("plans", lambda request: JsonResponse({"plans": []}))]
