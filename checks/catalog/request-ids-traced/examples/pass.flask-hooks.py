import logging
import uuid

from flask import Flask, g, request

app = Flask(__name__)


@app.before_request
def take_id():
    g.request_id = request.headers.get("X-Request-ID") or str(uuid.uuid4())


@app.after_request
def answer_id(response):
    response.headers["X-Request-ID"] = g.request_id
    logging.getLogger("access").info("answered %s", g.request_id)
    return response
