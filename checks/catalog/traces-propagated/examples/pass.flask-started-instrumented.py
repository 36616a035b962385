import requests
from flask import Flask, jsonify

app = Flask(__name__)


@app.get("/v1/weather")
def weather():
    return jsonify(requests.get("https://api.example.com/weather", timeout=2).json())
# file: Procfile
web: opentelemetry-instrument --service_name plans gunicorn main:app
