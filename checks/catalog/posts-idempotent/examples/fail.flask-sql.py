from flask import Flask, request

from database import connection

app = Flask(__name__)


@app.post("/orders")  # <- finding
def order():
    connection.execute("INSERT INTO orders (items) VALUES (%s)", (request.json["items"],))
    return {}, 201
