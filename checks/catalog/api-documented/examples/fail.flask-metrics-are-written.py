# What takes figures is no probe, whatever its address ends in.
from flask import Flask, request

app = Flask(__name__)  # <- finding
figures = {}


@app.post("/metrics")
def take():
    figures.update(request.json)
    return "", 204


@app.get("/health")
def health():
    return {"status": "ok"}
