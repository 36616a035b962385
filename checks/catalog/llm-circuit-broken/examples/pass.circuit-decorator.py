from circuitbreaker import circuit
from fastapi import FastAPI
from openai import AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI()


@circuit(failure_threshold=5, recovery_timeout=30)
async def ask_model(text: str):
    return await client.responses.create(model="gpt-4o-mini", input=text)


@app.post("/ask")
async def ask(text: str):
    return await ask_model(text)
