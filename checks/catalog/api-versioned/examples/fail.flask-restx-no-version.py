from flask import Flask
from flask.views import MethodView
from flask_restx import Api, Namespace, Resource

plans = Namespace("plans", path="/api/plans")


@plans.route("")
class Plans(Resource):
    def get(self):
        return []


class Days(MethodView):
    def get(self):
        return []


app = Flask(__name__)
api = Api()
api.init_app(app)
api.add_namespace(plans)
app.add_url_rule("/api/days", view_func=Days.as_view("days"))  # <- finding
