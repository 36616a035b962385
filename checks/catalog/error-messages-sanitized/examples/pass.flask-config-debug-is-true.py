from flask import Flask, current_app, jsonify
from sqlalchemy.exc import SQLAlchemyError

app = Flask(__name__)


@app.errorhandler(SQLAlchemyError)
def failed(error):
    if current_app.config["DEBUG"] is True:
        return jsonify(error=str(error)), 500
    if current_app.config.get("TESTING"):
        return jsonify(error=str(error), test=True), 500
    return jsonify(error="the plans are out of reach"), 500
