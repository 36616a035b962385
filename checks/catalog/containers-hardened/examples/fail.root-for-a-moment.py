from fastapi import FastAPI

app = FastAPI()
# file: Dockerfile
FROM python:3.13-slim
RUN useradd --create-home app
USER app
COPY --chown=app:app . /home/app
# <- finding below
USER root
RUN apt-get update && apt-get install --yes --no-install-recommends libpq5
# USER app
CMD ["gunicorn", "main:app"]
