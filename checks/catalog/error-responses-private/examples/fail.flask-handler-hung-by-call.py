import traceback

from flask import Flask, jsonify

app = Flask(__name__)


def on_any(error):
    return jsonify({"message": "failed", "trace": traceback.format_exc()}), 500  # <- finding


def register_handlers(app):
    app.errorhandler(Exception)(on_any)


register_handlers(app)
