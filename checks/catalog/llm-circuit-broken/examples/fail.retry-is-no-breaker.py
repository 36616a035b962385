from fastapi import FastAPI
from openai import OpenAI
from tenacity import retry, stop_after_attempt, wait_random_exponential

app = FastAPI()
client = OpenAI(max_retries=0)


@retry(wait=wait_random_exponential(max=10), stop=stop_after_attempt(3))
def ask_model(text):
    return client.responses.create(model="gpt-4o-mini", input=text)  # <- finding


@app.post("/ask")
def ask(text: str):
    return ask_model(text)
