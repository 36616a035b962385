# All it answers is whether it is well.
from flask import Flask

app = Flask(__name__)


@app.get("/api/health")
def health():
    return {"status": "ok"}


@app.get("/ping")
def ping():
    return "pong"
