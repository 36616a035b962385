from flask import Flask, g, jsonify
from flask_jwt_extended import JWTManager, jwt_required

from database import pool

app = Flask(__name__)
JWTManager(app)


@app.get("/v1/me/workouts")
@jwt_required()
def workouts():
    response = jsonify(pool.fetch("SELECT id, name FROM workouts WHERE user_id = %s LIMIT 50", g.user_id))
    response.headers["Cache-Control"] = "public, max-age=300"  # <- finding
    return response
