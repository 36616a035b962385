# file: requirements.txt
flask
gunicorn
# file: gunicorn.conf.py
bind = "0.0.0.0:8000"
worker_class = "sync"
timeout = 20
# file: app.py
from flask import Flask, jsonify

app = Flask(__name__)


@app.get("/api/plans")
def plans():
    return jsonify(plans=[])
