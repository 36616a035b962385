import psycopg2
from flask import Flask, g, jsonify

app = Flask(__name__)


def get_db():
    if "db" not in g:
        g.db = psycopg2.connect("dbname=plans", connect_timeout=3)  # <- finding
    return g.db


@app.teardown_appcontext
def close_db(error):
    db = g.pop("db", None)
    if db is not None:
        db.close()


@app.get("/plans")
def plans():
    cursor = get_db().cursor()
    cursor.execute("select id from plans limit 10")
    return jsonify(cursor.fetchall())
