from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
# file: deploy/Dockerfile
FROM python:3.13.1-alpine3.21 AS base
RUN apk add --no-cache libpq

FROM base AS production
WORKDIR /srv
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY plans plans
USER 10001:10001
ENTRYPOINT ["gunicorn", "main:application"]
