import os

from flask import Flask
from opentelemetry.instrumentation.flask import FlaskInstrumentor

app = Flask(__name__)  # <- finding
if os.environ.get("APP_ENV") == "development":
    FlaskInstrumentor().instrument_app(app)
