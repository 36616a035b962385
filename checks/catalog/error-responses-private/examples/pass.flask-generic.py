import logging

from flask import Flask, jsonify

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.errorhandler(Exception)
def on_error(error):
    logger.exception("request failed")
    return jsonify(detail="Something went wrong."), 500


@app.get("/api/plans")
def plans():
    return jsonify(plans=[])
