from flask import Flask, jsonify
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
db = SQLAlchemy(app)


class Label(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String(100))


@app.get("/labels")
def labels():
    return jsonify([label.name for label in Label.query.all()])  # <- finding


@app.get("/labels/recent")
def recent():
    return jsonify([label.name for label in Label.query.order_by(Label.id.desc()).limit(20).all()])
