from flask import Flask, jsonify
from flask_cors import CORS

app = Flask(__name__)
CORS(app)  # <- finding


@app.get("/api/plans")
def plans():
    return jsonify(plans=[])


if __name__ == "__main__":
    app.run(port=8000)
