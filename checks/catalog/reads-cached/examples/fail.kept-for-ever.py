from functools import lru_cache

from flask import Flask, jsonify

from database import pool

app = Flask(__name__)


@lru_cache(maxsize=100)  # <- finding
def plan_of(user_id):
    return pool.fetchrow("SELECT id, title FROM plans WHERE user_id = %s", user_id)


@app.get("/plans/<user_id>")
def plan(user_id):
    return jsonify(plan_of(user_id))
