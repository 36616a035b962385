from flask import Flask

app = Flask(__name__)
# file: .env
DEBUG=0
# file: Dockerfile
FROM python:3.13-slim
RUN useradd --system app
WORKDIR /app
# <- finding below
COPY . .
USER app
CMD ["gunicorn", "main:app"]
