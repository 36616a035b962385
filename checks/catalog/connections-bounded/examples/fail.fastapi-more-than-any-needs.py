import httpx
from fastapi import FastAPI

client = httpx.AsyncClient(limits=httpx.Limits(max_connections=100000))  # <- finding
app = FastAPI()


@app.get("/api/plans")
async def plans():
    return (await client.get("https://plans.example.com")).json()
