import logging
import time
import uuid

from flask import Flask, g, jsonify, request


class WithId(logging.Filter):
    def filter(self, record):
        record.request_id = getattr(g, "request_id", "-") if g else "-"
        return True


access = logging.getLogger("access")
access.addFilter(WithId())


def create_app():
    app = Flask(__name__)

    @app.before_request
    def begin():
        g.started = time.perf_counter()
        g.request_id = uuid.uuid4().hex

    @app.teardown_request
    def forget(error):
        g.pop("started", None)

    @app.after_request
    def end(response):
        access.info(
            "%s %s %s %.1f ms",
            request.method,
            request.url_rule,
            response.status_code,
            (time.perf_counter() - g.started) * 1000,
            extra={"request_id": g.request_id},
        )
        return response

    @app.get("/v1/plans")
    def plans():
        return jsonify([])

    return app


app = create_app()
