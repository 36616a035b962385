import asyncio

import aiohttp
from fastapi import FastAPI, Request

app = FastAPI()


@app.middleware("http")
async def limit_time(request: Request, call_next):
    return await asyncio.wait_for(call_next(request), timeout=20)


@app.get("/api/plans")
async def plans():
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=None)) as session:  # <- finding
        async with session.get("http://127.0.0.1:4000/plans") as answer:
            return await answer.json()
