from flask import Flask, jsonify

app = Flask(__name__)  # <- finding


@app.route("/plans")
def plans():
    return jsonify([])
