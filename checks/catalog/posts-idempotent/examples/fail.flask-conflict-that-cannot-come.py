from flask import Flask, request
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.exc import IntegrityError

app = Flask(__name__)
db = SQLAlchemy(app)


class User(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    email = db.Column(db.String, unique=True)


# Nothing of a team is there only once: the conflict that is answered below never comes up.
class Team(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    title = db.Column(db.String)


@app.route("/teams", methods=["POST"])  # <- finding
def make_team():
    team = Team(title=request.json["title"])
    db.session.add(team)
    try:
        db.session.commit()
    except IntegrityError:
        db.session.rollback()
        return {"message": "The team could not be made"}, 409
    return {"id": team.id}


@app.route("/users", methods=["POST"])
def make_user():
    user = User(email=request.json["email"])
    db.session.add(user)
    try:
        db.session.commit()
    except IntegrityError:
        db.session.rollback()
        return {"message": "The user is there"}, 409
    return {"id": user.id}
