import backoff
import requests
from flask import Flask, request

app = Flask(__name__)


@backoff.on_exception(backoff.expo, requests.RequestException)  # <- finding
def ask_model(text):
    return requests.post("https://api.mistral.ai/v1/chat/completions", json={"messages": [text]}, timeout=20).json()


@app.post("/ask")
def ask():
    return ask_model(request.json["text"])
