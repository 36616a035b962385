from flask import Flask
from flask_restx import Api, Resource, fields

app = Flask(__name__)
api = Api(app, version="1.0", title="Plans", doc="/docs")
ns = api.namespace("v1/plans", description="Plans of training")
plan = ns.model("Plan", {"name": fields.String(required=True, description="What the user calls it.", example="Marathon")})


@ns.route("/")
class Plans(Resource):
    @ns.marshal_list_with(plan)
    @ns.response(401, "Nobody is signed in.")
    def get(self):
        return []
