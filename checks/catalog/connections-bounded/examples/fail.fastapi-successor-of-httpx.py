import httpx2
from fastapi import FastAPI

app = FastAPI()


@app.get("/api/tides")
async def tides():
    client = httpx2.AsyncClient()  # <- finding
    return (await client.get("https://tides.example.org")).json()
