import httpx
from fastapi import FastAPI
from tenacity import retry, stop_after_attempt, wait_random_exponential

app = FastAPI()


@retry(wait=wait_random_exponential(max=20), stop=stop_after_attempt(4))
async def ask_model(messages):
    async with httpx.AsyncClient(timeout=20) as client:
        answer = await client.post("https://api.openai.com/v1/chat/completions", json={"messages": messages})
        answer.raise_for_status()
        return answer.json()


@app.post("/ask")
async def ask(text: str):
    return await ask_model([text])
