import os

from flask import Flask


class Config:
    SECRET_KEY = "oatmeal biscuits"


class ProductionConfig(Config):
    SECRET_KEY = os.environ["SECRET_KEY"]


app = Flask(__name__)
app.config.from_object(ProductionConfig if os.environ.get("FLASK_ENV") == "production" else Config)


@app.get("/api/v1/plans")
def plans():
    return []
