from flask import Blueprint, Flask, jsonify, redirect, render_template, url_for

app = Flask(__name__)
api = Blueprint("api", __name__, url_prefix="/api/v1")


@api.get("/plans")
def plans():
    return jsonify([])


app.register_blueprint(api)


@app.route("/plans", methods=["GET", "POST"])
def page():
    return render_template("plans.html")


@app.get("/leave")
def leave():
    return redirect(url_for("page"))
