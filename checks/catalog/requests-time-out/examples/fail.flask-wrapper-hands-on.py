# file: Procfile
web: gunicorn main:app --timeout 30
# file: main.py
import requests
from flask import Flask, jsonify


def ask(path, **options):
    return requests.get(f"http://127.0.0.1:4000{path}", **options).json()  # <- finding


app = Flask(__name__)


@app.get("/api/plans")
def plans():
    return jsonify(ask("/plans", headers={"accept": "application/json"}))
