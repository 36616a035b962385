from flask import Flask

app = Flask(__name__)
# file: Dockerfile
FROM python:3.14-slim
ENV PYTHONUNBUFFERED=1 SECRET_KEY=change-me
USER app
CMD ["gunicorn", "main:app"]
# file: compose.production.yaml
services:
  api:
    image: acme/api:1.4.2
    environment:
      SECRET_KEY: ${SECRET_KEY}
