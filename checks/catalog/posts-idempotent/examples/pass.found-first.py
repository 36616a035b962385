from flask import Flask, jsonify, request

from database import pool

app = Flask(__name__)


@app.post("/plans")
def plan():
    profile_id = request.json["profile_id"]
    existing = pool.fetchrow("SELECT id FROM plans WHERE profile_id = %s", profile_id)
    if existing is not None:
        return jsonify(existing)
    return jsonify(pool.fetchrow("INSERT INTO plans (profile_id) VALUES (%s) RETURNING id", profile_id))
