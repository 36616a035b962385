# file: requirements.txt
flask
# file: scripts/seed.py
print("seeding")
# file: tests/test_plans.py
print("a test may print")
# file: app.py
from flask import Flask, jsonify

app = Flask(__name__)


@app.get("/api/plans")
def plans():
    app.logger.info("plans")
    return jsonify(plans=[])
