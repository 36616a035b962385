from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy_utils import database_exists

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = "mysql+pymysql://db/plans"
db = SQLAlchemy(app)


def check_database():
    return database_exists(app.config["SQLALCHEMY_DATABASE_URI"])


@app.route("/healthcheck")
def healthcheck():
    if check_database() is False:
        return "ERR", 500
    return "OK", 200
