from fastapi import FastAPI
from openai import OpenAI

app = FastAPI()
client = OpenAI()


@app.post("/summaries")
def summaries(pages: list[str]):
    found = []
    for page in pages:
        try:
            found.append(client.responses.create(model="gpt-4o-mini", input=page))
        except Exception:
            found.append(None)
    return found
