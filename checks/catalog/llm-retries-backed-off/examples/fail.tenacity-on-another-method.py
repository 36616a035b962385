import httpx
from flask import Flask, jsonify, request
from tenacity import retry, stop_after_attempt, wait_exponential

app = Flask(__name__)


class Coach:
    @retry(wait=wait_exponential(max=10), stop=stop_after_attempt(3))
    def load_history(self, user: str):
        return httpx.get(f"https://plans.example/{user}", timeout=5).json()

    def ask(self, history, text: str):
        """Asks the model; retried with exponential backoff."""
        answer = httpx.post("https://api.openai.com/v1/responses", json={"model": "gpt-4o-mini", "input": [history, text]}, timeout=20)  # <- finding
        return answer.json()


coach = Coach()


@app.post("/ask")
def ask():
    history = coach.load_history(request.json["user"])
    return jsonify(coach.ask(history, request.json["text"]))
