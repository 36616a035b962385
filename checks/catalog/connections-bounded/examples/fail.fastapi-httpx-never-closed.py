import httpx
from fastapi import FastAPI

app = FastAPI()


@app.get("/api/weather")
async def weather():
    client = httpx.AsyncClient(timeout=5)  # <- finding
    return (await client.get("https://weather.example/today")).json()
