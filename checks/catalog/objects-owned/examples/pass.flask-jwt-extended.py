from flask import Flask, jsonify
from flask_jwt_extended import JWTManager, current_user, get_jwt_identity, jwt_required
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
db = SQLAlchemy(app)
JWTManager(app)


class Meal(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    owner_id = db.Column(db.Integer)


@app.get("/meals/<int:meal_id>")
@jwt_required()
def meal(meal_id):
    found = Meal.query.filter_by(id=meal_id, owner_id=get_jwt_identity()).first_or_404()
    return jsonify(found.id)


@app.delete("/meals/<int:meal_id>")
@jwt_required()
def drop(meal_id):
    found = Meal.query.filter_by(id=meal_id, owner_id=current_user.id).first_or_404()
    db.session.delete(found)
    return "", 204
