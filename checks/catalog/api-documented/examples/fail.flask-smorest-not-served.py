from flask import Flask
from flask.views import MethodView
from flask_smorest import Api, Blueprint
from marshmallow import Schema, fields

app = Flask(__name__)
app.config["API_TITLE"] = "Plans"
app.config["API_VERSION"] = "v1"
app.config["OPENAPI_VERSION"] = "3.0.3"
# app.config["OPENAPI_URL_PREFIX"] = "/"
api = Api(app)  # <- finding
blp = Blueprint("plans", __name__, url_prefix="/v1/plans")


class Plan(Schema):
    name = fields.String(metadata={"description": "What the user calls it.", "example": "Marathon"})


@blp.route("")
class Plans(MethodView):
    @blp.response(200, Plan(many=True))
    def get(self):
        return []


api.register_blueprint(blp)
