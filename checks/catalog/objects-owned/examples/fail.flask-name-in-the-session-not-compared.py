from flask import Flask, abort, session
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
app.config.from_prefixed_env()
db = SQLAlchemy(app)


class Letter(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    user_id = db.Column(db.Integer)


@app.delete("/users/<int:user_id>/letters")  # <- finding
def forget(user_id):
    if session.get("username") is None:
        abort(401)
    Letter.query.filter(Letter.user_id == user_id).delete()
    db.session.commit()
    return {}
