from flask import Flask, jsonify
from flask_login import current_user, login_required

app = Flask(__name__)


@app.route("/plans/<int:plan_id>")
@login_required
def plan(plan_id):
    return jsonify(current_user.plans.filter_by(id=plan_id).first_or_404().to_dict())
