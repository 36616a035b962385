import os

from flask import Flask, request

app = Flask(__name__)  # <- finding
if os.environ.get("FLASK_ENV") == "development":
    app.config["MAX_CONTENT_LENGTH"] = 1024


@app.post("/api/plans")
def make():
    return request.get_json()
