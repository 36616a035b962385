from flask import Flask, jsonify
from flask_caching import Cache

from database import pool

app = Flask(__name__)
cache = Cache(app, config={"CACHE_TYPE": "RedisCache", "CACHE_REDIS_URL": "redis://127.0.0.1:6379/0"})


@app.get("/v1/exercises")
@cache.cached(timeout=60)
def exercises():
    return jsonify(pool.fetch("SELECT id, name FROM exercises LIMIT 100"))
