from flask import Flask, jsonify

app = Flask(__name__)


@app.errorhandler(Exception)
def on_error(error):
    return jsonify(error=str(error)), 500  # <- finding
