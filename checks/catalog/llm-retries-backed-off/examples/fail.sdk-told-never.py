from fastapi import FastAPI
from openai import AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI(max_retries=0)  # <- finding


@app.post("/ask")
async def ask(question: str):
    return await client.responses.create(model="gpt-4o-mini", input=question)
