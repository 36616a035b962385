from flask import Flask, jsonify, request

from database import pool

app = Flask(__name__)


@app.get("/exercises")
def exercises():
    response = jsonify(pool.fetch("SELECT id, name FROM exercises LIMIT 100"))
    response.add_etag()
    return response.make_conditional(request)
