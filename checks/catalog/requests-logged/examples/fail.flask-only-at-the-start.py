import logging

from flask import Flask, request

app = Flask(__name__)


@app.before_request
def asked():
    logging.getLogger("access").info("%s %s from %s", request.method, request.path, request.headers.get("x-request-id"))  # <- finding
