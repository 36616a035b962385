import os

from flask import Flask


class Config:
    ITEMS_PER_PAGE = 20


class TestingConfig(Config):
    SQLALCHEMY_DATABASE_URI = os.getenv("TESTING_DATABASE_URL")


app = Flask(__name__)
app.config.from_object(Config)


@app.get("/")
def home():
    return {"per_page": app.config["ITEMS_PER_PAGE"]}
