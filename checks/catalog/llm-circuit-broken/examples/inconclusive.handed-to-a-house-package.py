from acme_resilience import guarded
from fastapi import FastAPI
from openai import AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI()


@app.post("/ask")
async def ask(text: str):
    answer = await guarded("openai", lambda: client.responses.create(model="gpt-4o-mini", input=text))
    return {"answer": answer.output_text}
