# file: Dockerfile
FROM python:3.12-slim
CMD ["gunicorn", "-c", "config/gunicorn.py", "config.wsgi"]
# file: config/gunicorn.py
import os

threads = int(os.getenv("WEB_THREADS", 1))
# file: config/wsgi.py
from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
# file: config/urls.py
from django.http import JsonResponse
from django.urls import path

urlpatterns = [path("plans", lambda request: JsonResponse({"plans": []}))]
