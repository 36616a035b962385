import os

from flask import Flask


class Config:
    STAGE = os.environ.get("APP_STAGE", "development")
    DEBUG = False


class Development(Config):
    DEBUG = True


configs = {"development": Development}

app = Flask(__name__)
app.config.from_object(configs.get(os.environ["APP_STAGE"], Config))


@app.get("/plans")
def plans():
    return {"plans": []}
