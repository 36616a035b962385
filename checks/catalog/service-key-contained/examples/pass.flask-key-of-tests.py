import os

from flask import Flask


class Config:
    SECRET_KEY = os.environ["SECRET_KEY"]


class TestingConfig(Config):
    SECRET_KEY = "q8Zr2vLm5Xw1Tn7K"


app = Flask(__name__)
app.config.from_object(Config)


@app.get("/")
def home():
    return {"name": app.name}
