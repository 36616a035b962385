from fastapi import FastAPI
from openai import AsyncOpenAI
from purgatory import AsyncCircuitBreakerFactory

app = FastAPI()
client = AsyncOpenAI(timeout=15)
breakers = AsyncCircuitBreakerFactory(default_threshold=5, default_ttl=30)


@app.post("/ask")
async def ask(text: str):
    async with await breakers.get_breaker("openai"):
        answer = await client.responses.create(model="gpt-4o-mini", input=text)
    return {"answer": answer.output_text}
