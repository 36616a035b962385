from flask import Flask

app = Flask(__name__)  # <- finding


@app.get("/api/plans")
def plans():
    return []
