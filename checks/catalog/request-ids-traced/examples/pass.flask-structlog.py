import re
import uuid

import structlog
from flask import Flask, g, jsonify, request

log = structlog.get_logger()
app = Flask(__name__)


@app.before_request
def begin():
    given = request.headers.get("X-Request-ID", "")
    g.request_id = given if re.fullmatch(r"[\w.-]{1,128}", given) else uuid.uuid4().hex
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request_id=g.request_id)


@app.after_request
def end(response):
    response.headers["X-Request-ID"] = g.request_id
    log.info("answered", status=response.status_code)
    return response


@app.get("/v1/plans")
def plans():
    return jsonify([])
