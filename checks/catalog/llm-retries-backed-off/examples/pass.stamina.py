import httpx
import stamina
from fastapi import FastAPI

app = FastAPI()


@stamina.retry(on=httpx.HTTPError, attempts=3)
async def ask_model(messages: list[dict]) -> dict:
    async with httpx.AsyncClient(timeout=20) as client:
        answer = await client.post("https://api.mistral.ai/v1/chat/completions", json={"model": "mistral-small-latest", "messages": messages})
        answer.raise_for_status()
        return answer.json()


@app.post("/ask")
async def ask(text: str):
    return await ask_model([{"role": "user", "content": text}])
