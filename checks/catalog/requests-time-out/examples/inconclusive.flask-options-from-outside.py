# file: Procfile
web: gunicorn main:app --timeout 30
# file: main.py
import json

import requests
from flask import Flask, jsonify

with open("requests.json") as given:
    OPTIONS = json.load(given)

app = Flask(__name__)


@app.get("/api/plans")
def plans():
    return jsonify(requests.get("http://127.0.0.1:4000/plans", **OPTIONS).json())
