from flask import Flask, jsonify
from werkzeug.routing import RoutingException

app = Flask(__name__)


@app.errorhandler(Exception)
def on_error(error):
    # Redirects travel as errors.
    if isinstance(error, RoutingException):
        return error
    return jsonify(message="something broke"), 500


@app.post("/plans")
def plans():
    return jsonify(plans=[]), 201
