import logging
import uuid

from flask import Flask, jsonify

app = Flask(__name__)  # <- finding


@app.route("/plans")
def plans():
    request_id = str(uuid.uuid4())
    logging.info("plans for %s", request_id)
    response = jsonify([])
    response.headers["X-Request-ID"] = request_id
    return response
