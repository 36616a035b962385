# file: app/__init__.py
from flask import Flask


def create_app():
    app = Flask(__name__)

    from .plans import plans

    app.register_blueprint(plans)
    return app
# file: app/plans.py
from flask import Blueprint, current_app, jsonify

from .models import all_plans

plans = Blueprint("plans", __name__)


@plans.get("/api/plans")
def show():
    current_app.logger.info("plans")
    return jsonify(plans=all_plans())
# file: app/models.py
def all_plans():
    return []
# file: app/write_schemas.py
#!/usr/bin/env python
from app.models import all_plans


def write_schemas():
    for plan in all_plans():
        print("writing", plan)
# file: tests/test_write_schemas.py
from app.write_schemas import write_schemas


def test_it_runs():
    write_schemas()
