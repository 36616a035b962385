from flask import Flask

app = Flask(__name__)
# file: Dockerfile
FROM python:3.13-slim
# <- finding below
ARG PIP_INDEX_TOKEN
RUN pip install --extra-index-url "https://build:${PIP_INDEX_TOKEN}@pypi.example.com/simple" -r requirements.txt
RUN useradd --system app
USER app
CMD ["gunicorn", "main:app"]
