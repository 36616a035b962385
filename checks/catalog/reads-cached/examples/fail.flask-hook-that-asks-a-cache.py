from flask import Flask, session
from flask_caching import Cache
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
cache = Cache(app)
db = SQLAlchemy(app)


class Plan(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    title = db.Column(db.String)


@cache.memoize()
def is_open(name):
    return name != "closed"


@app.before_request
def closed():
    if not is_open(session.get("name")):
        return "closed", 403


@app.get("/plans")  # <- finding
def plans():
    return [each.title for each in Plan.query.limit(20).all()]
