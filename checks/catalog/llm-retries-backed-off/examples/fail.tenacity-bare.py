from anthropic import Anthropic
from flask import Flask, request
from tenacity import retry

app = Flask(__name__)
client = Anthropic(max_retries=0)


@retry  # <- finding
def ask_model(text):
    return client.messages.create(model="claude-sonnet-4-5", max_tokens=200, messages=[{"role": "user", "content": text}])


@app.post("/ask")
def ask():
    return ask_model(request.json["text"]).content[0].text
