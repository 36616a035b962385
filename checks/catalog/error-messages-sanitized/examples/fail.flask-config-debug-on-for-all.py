from flask import Flask, current_app, jsonify
from sqlalchemy.exc import SQLAlchemyError


class Config:
    DEBUG = True


app = Flask(__name__)
app.config.from_object(Config)


@app.errorhandler(SQLAlchemyError)
def failed(error):
    if current_app.config["DEBUG"]:
        return jsonify(error=str(error)), 500  # <- finding
    return jsonify(error="the plans are out of reach"), 500
