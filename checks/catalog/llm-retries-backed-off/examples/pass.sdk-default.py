from fastapi import FastAPI
from openai import AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI(timeout=20)


@app.post("/ask")
async def ask(question: str):
    return await client.responses.create(model="gpt-4o-mini", input=question)
