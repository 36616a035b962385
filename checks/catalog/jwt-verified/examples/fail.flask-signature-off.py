import jwt
from flask import Flask, g, jsonify, request

app = Flask(__name__)


@app.before_request
def load_user():
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    verify = False
    g.user = jwt.decode(token, "", algorithms=["HS256"], options={"verify_signature": verify})  # <- finding


@app.get("/api/plans")
def plans():
    return jsonify(owner=g.user["sub"])
