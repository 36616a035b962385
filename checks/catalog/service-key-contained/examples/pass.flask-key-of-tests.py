import os

from flask import Flask

app = Flask(__name__)


def load_test_settings():
    app.config["SECRET_KEY"] = "lalala-for-tests"


def load_settings():
    app.config["SECRET_KEY"] = os.environ["SECRET_KEY"]


if app.config["TESTING"]:
    load_test_settings()
else:
    load_settings()


@app.get("/plans")
def plans():
    return {"plans": []}
