from flask import Flask

app = Flask(__name__)
# file: docker/api/Dockerfile
# <- finding below
FROM python:3.14-slim
RUN useradd --system app && chown -R app /app
CMD ["gunicorn", "main:app"]
