from flask import Flask
from flask.views import MethodView
from flask_smorest import Api, Blueprint
from marshmallow import Schema, fields


class Config:
    API_TITLE = "Plans"
    API_VERSION = "v1"
    OPENAPI_VERSION = "3.0.3"
    OPENAPI_URL_PREFIX = "/"
    OPENAPI_SWAGGER_UI_PATH = "/docs"
    OPENAPI_SWAGGER_UI_URL = "https://cdn.jsdelivr.net/npm/swagger-ui-dist/"


blp = Blueprint("plans", __name__, url_prefix="/v1/plans")


class Plan(Schema):
    name = fields.String(metadata={"description": "What the user calls it.", "example": "Marathon"})


@blp.route("")
class Plans(MethodView):
    @blp.response(200, Plan(many=True))
    def get(self):
        """All plans"""
        return []


def create_app():
    app = Flask(__name__)
    app.config.from_object(Config)
    api = Api(app)
    api.register_blueprint(blp)
    return app


app = create_app()
