from flask import Flask, blueprints, jsonify, request
from pynamodb.attributes import UnicodeAttribute
from pynamodb.models import Model

blueprint = blueprints.Blueprint("plans", __name__)


class Plan(Model):
    class Meta:
        table_name = "plans"

    owner = UnicodeAttribute(hash_key=True)
    title = UnicodeAttribute(range_key=True)


@blueprint.route("/v1/plans", methods=["POST"])
def create_plan():
    data = request.get_json()
    for plan in Plan.query(data["owner"], filter_condition=Plan.title == data["title"]):
        return jsonify({"error": "there is such a plan", "reference": plan.title}), 409
    plan = Plan(owner=data["owner"], title=data["title"])
    plan.save()
    return jsonify({"title": plan.title}), 201


app = Flask(__name__)
app.register_blueprint(blueprint)
