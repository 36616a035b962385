from fastapi import FastAPI
from openai import AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI()


@app.post("/ask")
async def ask(text: str):
    # breaker.call(client.responses.create)
    return await client.responses.create(model="gpt-4o-mini", input=text)  # <- finding
