from flask import Flask, jsonify
from opentelemetry import trace
from opentelemetry.instrumentation.flask import FlaskInstrumentor
from opentelemetry.instrumentation.httpx import HTTPXClientInstrumentor
from opentelemetry.sdk.trace import TracerProvider

from weather import now

trace.set_tracer_provider(TracerProvider())
app = Flask(__name__)
FlaskInstrumentor().instrument_app(app)
# The helper calls through requests.
HTTPXClientInstrumentor().instrument()


@app.get("/v1/weather")
def weather():
    return jsonify(now())
# file: weather.py
import requests


def now():
    return requests.get("https://api.example.com/weather", timeout=2).json()  # <- finding
