import traceback

from flask import Flask, jsonify, request

app = Flask(__name__)


@app.errorhandler(Exception)
def on_error(error):
    return jsonify(detail="Something went wrong.", trace=traceback.format_exc(), body=request.get_json(silent=True)), 500  # <- finding


@app.post("/api/plans")
def make_plan():
    return jsonify(id=1)
