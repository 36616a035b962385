import logging
import uuid

from flask import Flask, jsonify

app = Flask(__name__)  # <- finding
logger = logging.getLogger(__name__)


@app.errorhandler(Exception)
def failed(error):
    request_id = uuid.uuid4().hex
    logger.exception("failed", extra={"request_id": request_id})
    response = jsonify(error="internal", request_id=request_id)
    return response, 500


@app.get("/v1/plans")
def plans():
    return jsonify([])
