from flask import Flask, request

app = Flask(__name__)  # <- finding


@app.post("/api/plans")
def make():
    return request.get_json()
