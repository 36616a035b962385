import jwt
from flask import Flask, jsonify, request

app = Flask(__name__)


@app.get("/api/plans")
def plans():
    token = request.headers.get("Authorization", "")[7:]
    claims = jwt.decode(token, None, algorithms=["none"])  # <- finding
    return jsonify(owner=claims["sub"])
