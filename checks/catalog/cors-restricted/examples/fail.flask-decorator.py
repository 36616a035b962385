from flask import Flask, jsonify
from flask_cors import cross_origin

app = Flask(__name__)


@app.get("/api/plans")
@cross_origin()  # <- finding
def plans():
    return jsonify(plans=[])
