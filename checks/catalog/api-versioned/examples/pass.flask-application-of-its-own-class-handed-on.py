# file: application.py
from shop import fill
from shop.made import Shop

application = Shop("shop")
fill(application)
# file: shop/__init__.py
def fill(application):
    hang(application)
    return application


def hang(application):
    from shop.plans import plans

    application.register_blueprint(plans, url_prefix="/v1")
# file: shop/made.py
from flask import Flask


class Shop(Flask):
    pass
# file: shop/plans.py
from flask import Blueprint, jsonify

plans = Blueprint("plans", __name__)


@plans.route("/plans")
def listed():
    return jsonify([])
