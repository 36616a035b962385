from flask import Flask, jsonify
from flask_cors import CORS

app = Flask(__name__)
app.config["CORS_ORIGINS"] = "*"  # <- finding
CORS(app)


@app.get("/api/plans")
def plans():
    return jsonify(plans=[])
