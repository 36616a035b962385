from flask import Blueprint, Flask, abort, current_app, jsonify, request
from flask_bcrypt import generate_password_hash
from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()
main = Blueprint("main", __name__)


class User(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    email = db.Column(db.String, unique=True)
    password = db.Column(db.String)


def token_of(headers):
    sent = headers.get("Authorization", "")
    return sent[7:] if sent.startswith("Bearer ") else None


# Other services call this one, all with the same few tokens: whose things they ask for is theirs to know.
def requires_authentication():
    sent = token_of(request.headers)
    if not sent or sent not in current_app.config["API_TOKENS"].split(":"):
        abort(403)


main.before_request(requires_authentication)


@main.post("/users/<int:user_id>")
def update_user(user_id):
    user = User.query.filter(User.id == user_id).first_or_404()
    user.password = generate_password_hash(request.get_json()["password"]).decode("utf-8")
    db.session.commit()
    return jsonify(id=user.id)


app = Flask(__name__)
app.config.from_prefixed_env()
app.register_blueprint(main)
