from circuitbreaker import circuit
from fastapi import FastAPI
from openai import AsyncOpenAI

from payments import charge

app = FastAPI()
client = AsyncOpenAI()


@circuit(failure_threshold=5, recovery_timeout=30)
async def pay(amount: int):
    return await charge(amount)


@app.post("/ask")
async def ask(text: str):
    await pay(1)
    return await client.responses.create(model="gpt-4o-mini", input=text)  # <- finding
