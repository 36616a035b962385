from flask import Flask, jsonify

from database import pool

app = Flask(__name__)  # <- finding


@app.get("/metrics/<user_id>")
def metrics(user_id):
    """Weight and pulse; Prometheus is planned (prometheus_client, Histogram)."""
    return jsonify(metrics=pool.fetch("SELECT weight, pulse FROM metrics WHERE user_id = %s", user_id))
