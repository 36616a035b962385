import json

import redis
from flask import Flask, jsonify

from database import pool

app = Flask(__name__)
store = redis.Redis(socket_timeout=1)


@app.get("/exercises")
def exercises():
    kept = store.get("exercises")
    if kept:
        return jsonify(json.loads(kept))
    found = pool.fetch("SELECT id, name FROM exercises LIMIT 100")
    store.setex("exercises", 60, json.dumps(found))
    return jsonify(found)
