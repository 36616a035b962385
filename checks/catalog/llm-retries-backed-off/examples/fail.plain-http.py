import requests
from flask import Flask, request

app = Flask(__name__)


@app.post("/ask")
def ask():
    # retried = backoff.on_exception(backoff.expo, requests.RequestException)
    return requests.post("https://api.openai.com/v1/chat/completions", json=request.json, timeout=20).json()  # <- finding
