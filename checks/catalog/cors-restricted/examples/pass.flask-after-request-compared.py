from flask import Flask, jsonify, request

ALLOWED = {"https://app.example.com"}
app = Flask(__name__)


@app.after_request
def named_origins(response):
    origin = request.headers.get("Origin")
    if origin in ALLOWED:
        response.headers["Access-Control-Allow-Origin"] = origin
        response.headers["Vary"] = "Origin"
    return response


@app.get("/api/plans")
def plans():
    return jsonify(plans=[])
