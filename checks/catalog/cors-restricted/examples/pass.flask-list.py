from flask import Flask, jsonify
from flask_cors import CORS

app = Flask(__name__)
CORS(app, resources={r"/api/*": {"origins": ["https://app.example.com"]}})


@app.get("/api/plans")
def plans():
    return jsonify(plans=[], pattern="*")
