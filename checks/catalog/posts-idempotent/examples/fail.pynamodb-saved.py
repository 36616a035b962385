import uuid

from flask import Flask, blueprints, jsonify, request
from pynamodb.attributes import UnicodeAttribute
from pynamodb.models import Model

blueprint = blueprints.Blueprint("plans", __name__)


class Plan(Model):
    class Meta:
        table_name = "plans"

    id = UnicodeAttribute(hash_key=True)
    title = UnicodeAttribute()


@blueprint.route("/v1/plans", methods=["POST"])  # <- finding
def create_plan():
    plan = Plan(id=str(uuid.uuid4()), title=request.get_json()["title"])
    plan.save()
    return jsonify({"id": plan.id}), 201


app = Flask(__name__)
app.register_blueprint(blueprint)
