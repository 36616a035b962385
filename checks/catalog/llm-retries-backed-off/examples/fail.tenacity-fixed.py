from anthropic import Anthropic
from fastapi import FastAPI
from tenacity import retry, stop_after_attempt, wait_fixed

app = FastAPI()
client = Anthropic(max_retries=0)


@retry(wait=wait_fixed(1), stop=stop_after_attempt(3))  # <- finding
def ask_model(text):
    return client.messages.create(model="claude-sonnet-4-5", max_tokens=200, messages=[{"role": "user", "content": text}])


@app.post("/ask")
def ask(text: str):
    return ask_model(text)
