import os

from flask import Blueprint, Flask, current_app, jsonify

pages = Blueprint("pages", __name__)
plans = Blueprint("plans", __name__)


@pages.route("/goodbye")
def goodbye():
    return current_app.send_static_file("goodbye.html")


@pages.route("/components/<path:path>")
def components(path):
    """What the pages load."""
    return current_app.send_static_file(os.path.join("components", path))


@plans.route("/v1/plans")
def listed():
    return jsonify([])


app = Flask(__name__)
app.register_blueprint(pages)
app.register_blueprint(plans)
