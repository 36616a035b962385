from functools import lru_cache

from flask import Flask, jsonify

from database import pool

app = Flask(__name__)


@lru_cache(maxsize=1000)
def name_of(user_id):
    return pool.fetchval("SELECT name FROM users WHERE id = $1", user_id)


@app.get("/members")
def members():
    rows = pool.fetch("SELECT user_id FROM members WHERE team_id = 1")
    return jsonify([name_of(row["user_id"]) for row in rows])
