import jwt
from flask import Flask, current_app, jsonify, request

app = Flask(__name__)
app.config["SECRET_KEY"] = "plans-signing-2024"  # <- finding


def claims_of(token: str) -> dict:
    return jwt.decode(token, current_app.config["SECRET_KEY"], algorithms=["HS256"])


@app.get("/api/plans")
def plans():
    return jsonify(owner=claims_of(request.headers["Authorization"][7:])["sub"])
