from flask import Blueprint, Flask

api = Blueprint("api", __name__)


@api.get("/plans")
def plans():
    return []


def create_app():
    app = Flask(__name__)
    app.register_blueprint(api, url_prefix="/api/v1")
    return app


app = create_app()
