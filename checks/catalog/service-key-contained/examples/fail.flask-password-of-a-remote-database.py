# The database is somebody else's machine, and its password is for everybody to read.
import psycopg2
from flask import Flask, jsonify

app = Flask(__name__)

DB = {"host": "db.plans-cloud.com", "user": "plans"}


@app.get("/plans")
def plans():
    with psycopg2.connect(host=DB["host"], user=DB["user"], password="Moon-2020", dbname="plans") as connection:  # <- finding
        with connection.cursor() as cursor:
            cursor.execute("SELECT id, title FROM plans LIMIT 20")
            return jsonify(cursor.fetchall())
