import httpx
from fastapi import FastAPI, HTTPException

app = FastAPI()  # <- finding


@app.post("/api/generate")
async def generate():
    async with httpx.AsyncClient() as client:
        answer = await client.post("https://models.example/generate")
    # The model refuses, not we.
    if answer.status_code == 429:
        raise HTTPException(status_code=429, detail="Please try again later.")
    return answer.json()
