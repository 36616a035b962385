import os

import jwt
from flask import Flask, abort, jsonify, request
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
db = SQLAlchemy(app)


class Plan(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    user_id = db.Column(db.Integer)


# Whoever is signed in comes through; whose plan it is nobody asks.
@app.before_request
def requires_authentication():
    try:
        jwt.decode(request.headers.get("Authorization", "")[7:], os.environ["JWT_SECRET"], algorithms=["HS256"])
    except jwt.PyJWTError:
        abort(401)


@app.delete("/users/<int:user_id>/plans")  # <- finding
def forget(user_id):
    Plan.query.filter(Plan.user_id == user_id).delete()
    db.session.commit()
    return jsonify(ok=True)
