from flask import Flask, jsonify

from database import pool

app = Flask(__name__)


@app.get("/stats")
def stats():
    return jsonify(total=pool.fetchval("SELECT count(*) FROM users"))
