from flask import Flask, request

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = None  # <- finding


@app.post("/api/plans")
def make():
    return request.get_json()
