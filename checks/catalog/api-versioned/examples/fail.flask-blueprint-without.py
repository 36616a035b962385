from flask import Blueprint, Flask

plans = Blueprint("plans", __name__, url_prefix="/plans")


@plans.route("/<int:plan_id>")  # <- finding
def read(plan_id):
    return {}


app = Flask(__name__)
app.register_blueprint(plans)
