from flask import Flask, jsonify
from flask_cors import CORS

app = Flask(__name__)
CORS(app, resources={r"/api/*": {"origins": "*"}}, supports_credentials=True)  # <- finding


@app.get("/api/plans")
def plans():
    return jsonify(plans=[])
