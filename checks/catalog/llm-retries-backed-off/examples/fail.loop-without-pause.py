from fastapi import FastAPI
from openai import OpenAI

app = FastAPI()
client = OpenAI()


def ask_model(messages):
    for attempt in range(3):
        try:
            return client.chat.completions.create(model="gpt-4o-mini", messages=messages)  # <- finding
        except Exception:
            if attempt == 2:
                raise


@app.post("/ask")
def ask(text: str):
    return ask_model([{"role": "user", "content": text}])
