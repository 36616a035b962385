import pybreaker
from flask import Flask, g, jsonify, request
from openai import OpenAI

app = Flask(__name__)
client = OpenAI()
breaker = pybreaker.CircuitBreaker(fail_max=5, reset_timeout=30)


def guarded(messages):
    return client.chat.completions.create(model="gpt-4o-mini", messages=messages)


@app.post("/ask")
def ask():
    messages = request.json["messages"]
    if g.user.is_premium:
        answer = client.chat.completions.create(model="gpt-4o", messages=messages)  # <- finding
    else:
        answer = breaker.call(guarded, messages)
    return jsonify(answer=answer.choices[0].message.content)
