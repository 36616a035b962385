from flask import Blueprint, Flask
from flask_restx import Api, Resource

app = Flask(__name__)
blueprint = Blueprint("v1", __name__, url_prefix="/api/v1")
api = Api(blueprint, doc="/docs")
ns = api.namespace("plans")


@ns.route("/")
class Plans(Resource):
    def get(self):
        return []


app.register_blueprint(blueprint)
