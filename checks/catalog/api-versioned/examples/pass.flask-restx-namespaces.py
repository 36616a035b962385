from flask import Blueprint, Flask
from flask_restx import Api, Namespace, Resource

plans = Namespace("plans")


@plans.route("", "/all")
class Plans(Resource):
    def get(self):
        return []

    def post(self):
        return {}, 201


class Weeks(Resource):
    def get(self, plan_id):
        return []


blueprint = Blueprint("api", __name__, url_prefix="/api")
api = Api(blueprint, prefix="/v1")
api.add_namespace(plans)
api.add_resource(Weeks, "/plans/<int:plan_id>/weeks")

app = Flask(__name__)
app.register_blueprint(blueprint)
