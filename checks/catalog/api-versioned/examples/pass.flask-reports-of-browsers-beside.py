# Where browsers report what a policy refused is nothing that a client of the API asks.
from flask import Blueprint, Flask

v1 = Blueprint("v1", __name__, url_prefix="/v1")


@v1.get("/plans")
def plans():
    return []


app = Flask(__name__)
app.register_blueprint(v1)


@app.post("/report-csp-violation/")
def report():
    return "", 204
