import asyncio

import httpx
from fastapi import FastAPI, Request

app = FastAPI()
client = httpx.AsyncClient(timeout=None)  # <- finding


@app.middleware("http")
async def limit_time(request: Request, call_next):
    return await asyncio.wait_for(call_next(request), timeout=20)


@app.get("/api/plans")
async def plans():
    return (await client.get("http://127.0.0.1:4000/plans")).json()
