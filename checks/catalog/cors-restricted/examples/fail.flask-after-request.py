from flask import Flask, jsonify

app = Flask(__name__)


@app.after_request
def open_door(response):
    response.headers["Access-Control-Allow-Origin"] = "*"  # <- finding
    return response


@app.get("/api/plans")
def plans():
    return jsonify(plans=[])
