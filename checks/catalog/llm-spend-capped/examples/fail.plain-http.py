import requests
from flask import Flask, request

from budget import check_budget

app = Flask(__name__)


@app.post("/ask")
def ask():
    check_budget(request.headers["x-user"])
    body = {"model": "gpt-4o-mini", "messages": request.json}
    return requests.post("https://api.openai.com/v1/chat/completions", json=body, timeout=20).json()  # <- finding
