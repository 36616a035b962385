from flask import Flask, request
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
db = SQLAlchemy(app)
Model = db.Model


class Meal(Model):
    id = db.Column(db.Integer, primary_key=True)

    def save(self):
        db.session.add(self)
        db.session.commit()
        return self


@app.route("/meals", methods=("POST",))  # <- finding
def add_meal():
    meal = Meal(title=request.json["title"])
    meal.save()
    return {"id": meal.id}


@app.route("/meals/<int:meal_id>/rename", methods=("POST",))
def rename_meal(meal_id):
    meal = Meal.query.get(meal_id)
    meal.title = request.json["title"]
    return {"id": meal.id}
