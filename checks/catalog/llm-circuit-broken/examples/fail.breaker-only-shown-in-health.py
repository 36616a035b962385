import pybreaker
from flask import Flask, jsonify, request
from openai import OpenAI

app = Flask(__name__)
client = OpenAI(timeout=20)
llm_breaker = pybreaker.CircuitBreaker(fail_max=5, reset_timeout=60, name="openai")


@app.get("/healthz")
def healthz():
    return jsonify(status="ok", llm=llm_breaker.current_state, failures=llm_breaker.fail_counter)


@app.post("/plans")
def plan():
    """Guarded by the circuit breaker `llm_breaker`."""
    answer = client.chat.completions.create(model="gpt-4o-mini", messages=request.json["messages"])  # <- finding
    return jsonify(plan=answer.choices[0].message.content)
