import pybreaker
from flask import Flask, request
from openai import OpenAI

app = Flask(__name__)
client = OpenAI()
breaker = pybreaker.CircuitBreaker(fail_max=5, reset_timeout=30)


def ask_model(text):
    return client.responses.create(model="gpt-4o-mini", input=text).output_text


@app.post("/ask")
def ask():
    return breaker.call(ask_model, request.json["text"])
