import os

from flask import Flask, jsonify


def required(name: str) -> str:
    value = os.getenv(name)
    if not value:
        raise RuntimeError(f"{name} is missing")
    return value


DATABASE_URL = required("DATABASE_URL")
app = Flask(__name__)


@app.get("/ready")
def ready():
    return jsonify(database=bool(DATABASE_URL))
