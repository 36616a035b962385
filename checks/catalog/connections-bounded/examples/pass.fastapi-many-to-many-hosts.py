# Other services are no database: a thousand connections to them are many, and bounded.
import httpx
from fastapi import FastAPI

client = httpx.AsyncClient(limits=httpx.Limits(max_connections=1024))
app = FastAPI()


@app.get("/api/plans")
async def plans():
    return (await client.get("https://plans.example.com")).json()
