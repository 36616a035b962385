from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from house_status import StatusError, answer_status
from sqlalchemy.exc import SQLAlchemyError

app = Flask(__name__)
db = SQLAlchemy(app)


def ask_database():
    try:
        return {"version": db.session.execute("select version_num from alembic_version").scalar()}
    except SQLAlchemyError:
        raise StatusError("The database does not answer")


@app.route("/_status")
def status():
    return answer_status(additional_checks=[ask_database])
