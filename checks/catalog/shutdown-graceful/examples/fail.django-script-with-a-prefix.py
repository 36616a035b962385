# file: Dockerfile
FROM python:3.12-slim AS app
COPY . .

FROM app AS hosted
ENTRYPOINT ["./hosted.sh"]

FROM hosted AS runtime
USER plans
# file: hosted.sh
#!/bin/bash
WORKERS=${WORKERS:-2}
python manage.py migrate
# <- finding below
$prefix gunicorn config.wsgi:application --workers=$WORKERS --bind 0.0.0.0:8000
# file: config/wsgi.py
from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
