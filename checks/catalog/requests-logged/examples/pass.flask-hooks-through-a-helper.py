import logging
import time

from flask import Flask, g, request

app = Flask(__name__)
logger = logging.getLogger("access")


def write(response) -> None:
    record = {"request_id": g.request_id, "method": request.method, "route": str(request.url_rule), "status": response.status_code, "duration": time.time() - g.started}
    logger.info("answered", extra=record)


@app.before_request
def start():
    g.started = time.time()
    g.request_id = request.headers.get("X-Request-ID", "")


@app.after_request
def end(response):
    write(response)
    return response
