import requests
from flask import Flask, jsonify

session = requests.Session()
app = Flask(__name__)  # <- finding


@app.get("/api/plans")
def plans():
    return jsonify(session.post("http://127.0.0.1:4000/plans", json={}).json())  # <- finding
