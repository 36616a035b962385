import os

from flask import Flask, abort, jsonify, session

app = Flask(__name__)
app.secret_key = os.environ["SECRET_KEY"]


@app.get("/api/plans")
def plans():
    if "user_id" not in session:
        abort(401)
    return jsonify(owner=session["user_id"])
