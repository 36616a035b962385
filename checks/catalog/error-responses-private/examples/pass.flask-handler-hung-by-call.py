from flask import Flask, jsonify

app = Flask(__name__)


class InvalidUsage(Exception):
    def __init__(self, message):
        super().__init__()
        self.message = message


def on_invalid(error):
    return jsonify({"message": "The request was not understood."}), 422


def register_handlers(app):
    app.errorhandler(InvalidUsage)(on_invalid)


register_handlers(app)
