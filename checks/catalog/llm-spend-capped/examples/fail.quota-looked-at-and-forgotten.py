from flask import Flask, g, jsonify, request
from anthropic import Anthropic

from store import answers_today

app = Flask(__name__)
client = Anthropic()


def has_quota_left(user_id: int) -> bool:
    return answers_today(user_id) < 50


@app.post("/ask")
def ask():
    has_quota_left(g.user.id)
    answer = client.messages.create(model="claude-sonnet-4-5", max_tokens=400, messages=request.json["messages"])  # <- finding
    return jsonify(answer=answer.content[0].text)
