from flask import Flask
from flask_jwt_extended import JWTManager, get_jwt_identity, jwt_required
from flask_restx import Api, Resource
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
JWTManager(app)
db = SQLAlchemy(app)
api = Api(app)


class Plan(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    user_id = db.Column(db.Integer)
    title = db.Column(db.Text)


@api.route("/api/v1/plans/<int:plan_id>")  # <- finding
class OnePlan(Resource):
    method_decorators = [jwt_required()]

    def get(self, plan_id):
        plan = Plan.query.filter_by(id=plan_id, user_id=get_jwt_identity()).first_or_404()
        return {"id": plan.id, "title": plan.title}

    def delete(self, plan_id):
        plan = Plan.query.get_or_404(plan_id)
        db.session.delete(plan)
        return {"by": get_jwt_identity()}
