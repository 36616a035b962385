from flask import Flask, abort, jsonify, request
from partner_client.authentication import decode_jwt_token

app = Flask(__name__)
keys = {"partner": "read-from-the-database"}


@app.get("/plans")
def plans():
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not decode_jwt_token(token, keys["partner"]):
        abort(401)
    return jsonify(plans=[])
