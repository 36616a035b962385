import os

from flask import Blueprint, Flask, jsonify

plans = Blueprint("plans", __name__)


@plans.get("/plans")
def every():
    return jsonify([])


app = Flask(__name__)
app.register_blueprint(plans, url_prefix=os.environ["API_PREFIX"])
