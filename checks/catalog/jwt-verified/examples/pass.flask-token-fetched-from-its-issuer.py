import os

import jwt
import requests
from flask import Flask, jsonify, request

app = Flask(__name__)
KEYS = jwt.PyJWKClient(os.environ["JWKS_URL"])


@app.get("/login")
def login():
    # Straight from the issuer over TLS: OpenID Connect lets the client believe it without a signature.
    answer = requests.post("https://issuer.example/token", data={"code": request.args["code"]}, timeout=5)
    claims = jwt.decode(answer.json()["id_token"], options={"verify_signature": False})
    return jsonify({"user": claims["sub"]})


@app.get("/plans")
def plans():
    token = request.headers["Authorization"].removeprefix("Bearer ")
    claims = jwt.decode(token, KEYS.get_signing_key_from_jwt(token).key, algorithms=["ES256"], audience="plans")
    return jsonify({"user": claims["sub"]})
