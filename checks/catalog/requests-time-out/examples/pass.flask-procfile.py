# file: Procfile
web: gunicorn main:app --workers 4 --timeout 30
# file: main.py
from flask import Flask, jsonify

app = Flask(__name__)


@app.get("/api/plans")
def plans():
    return jsonify(plans=[])
