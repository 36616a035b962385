from flask import Flask, jsonify
import psycopg2

app = Flask(__name__)
connection = psycopg2.connect("dbname=plans")


@app.route("/health")  # <- finding
def health():
    return jsonify(status="ok", uptime=12)
