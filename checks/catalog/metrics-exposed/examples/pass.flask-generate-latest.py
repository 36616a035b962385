import time

from flask import Flask, Response, g, request
from prometheus_client import Histogram, generate_latest

app = Flask(__name__)
duration = Histogram("http_request_duration_seconds", "Duration", ["method", "route"])


@app.before_request
def start():
    g.started = time.time()


@app.after_request
def end(response):
    duration.labels(request.method, str(request.url_rule)).observe(time.time() - g.started)
    return response


@app.route("/metrics")
def metrics():
    return Response(generate_latest(), mimetype="text/plain; version=0.0.4")
