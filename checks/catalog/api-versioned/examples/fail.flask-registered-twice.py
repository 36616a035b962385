from flask import Blueprint, Flask, jsonify

plans = Blueprint("plans", __name__)


@plans.get("/plans")  # <- finding
def every():
    return jsonify([])


app = Flask(__name__)
app.register_blueprint(plans, url_prefix="/v1")
app.register_blueprint(plans, name="old")
