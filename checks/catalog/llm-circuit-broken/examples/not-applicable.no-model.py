import pybreaker
from flask import Flask

app = Flask(__name__)
breaker = pybreaker.CircuitBreaker(fail_max=5)


@app.get("/")
def root():
    return "a circuit breaker for openai"
