from flask import Flask, jsonify
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
app.config.from_prefixed_env()
db = SQLAlchemy(app)


class Plan(db.Model):
    id = db.Column(db.Integer, primary_key=True)


@app.get("/plans")
def plans():
    return jsonify([plan.id for plan in Plan.query.limit(50)])
# file: Procfile
web: invoke app.run --host 0.0.0.0 --port $PORT
# file: tasks/__init__.py
from invoke import task


@task
def run(context, host, port):
    context.run("flask db upgrade")
    context.run(f"gunicorn main:app --bind {host}:{port}")
