import os

from flask import Flask

SETTINGS = {"development": "settings.DevelopmentConfig", "production": "settings.ProductionConfig"}


def create_app() -> Flask:
    app = Flask(__name__)  # <- finding
    app.config.from_object(SETTINGS[os.environ.get("FLASK_CONFIG", "production")])

    @app.get("/api/v1/plans")
    def plans():
        return {"url": app.config["PLANS_URL"]}

    return app
# file: settings.py
import os


class Config:
    PLANS_URL = os.environ.get("PLANS_URL")
    SECRET_KEY = os.environ.get("SECRET_KEY")


class DevelopmentConfig(Config):
    DEBUG = True


class ProductionConfig(Config):
    DEBUG = False
