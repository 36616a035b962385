import os

from flask import Flask, jsonify

SERVICE_KEY = os.environ["SUPABASE_SERVICE_ROLE_KEY"]
app = Flask(__name__)


@app.get("/debug")
def debug():
    return jsonify(dict(os.environ))  # <- finding


@app.get("/")
def root():
    return jsonify(configured=bool(SERVICE_KEY))
