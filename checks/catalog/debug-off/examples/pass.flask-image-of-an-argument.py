# file: wsgi.py
import os

from plans import create_app

application = create_app(os.getenv("PLANS_CONFIG") or "development")

# file: plans.py
from flask import Flask

from config import configurations


def create_app(name):
    app = Flask(__name__)
    app.config.from_object(configurations[name])
    return app

# file: config.py
class Config:
    PAGE_SIZE = 20


class Development(Config):
    DEBUG = True


class Production(Config):
    DEBUG = False


configurations = {"development": Development, "production": Production}
# file: Dockerfile
FROM python:3.12-slim
ARG PLANS_CONFIG=production
ENV PLANS_CONFIG=$PLANS_CONFIG
COPY . .
CMD ["gunicorn", "wsgi:application"]
# file: Dockerfile.dev
FROM python:3.12-slim
ENV PLANS_CONFIG=development
COPY . .
CMD ["gunicorn", "wsgi:application"]
