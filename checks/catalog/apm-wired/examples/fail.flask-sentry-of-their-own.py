from flask import Flask, jsonify

from sentry import Sentry

app = Flask(__name__)  # <- finding
sentry = Sentry(dsn="https://sentry.example.com/1", release="1.4.0")
sentry.init_app(app)


@app.get("/plans")
def plans():
    return jsonify([])
# file: sentry.py
class Sentry:
    """Stands at the gate: blocks addresses that ask too often."""

    def __init__(self, dsn, release):
        self.blocked = set()

    def init_app(self, app):
        app.extensions["sentry"] = self
