from flask import Flask, jsonify

app = Flask(__name__)


@app.errorhandler(Exception)
def on_error(error):
    app.logger.exception("failed")
    return jsonify(error="Something went wrong."), 500
