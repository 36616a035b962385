import asyncio

from fastapi import FastAPI, Request
from openai import AsyncOpenAI

client = AsyncOpenAI(timeout=15, max_retries=1)
app = FastAPI()


@app.middleware("http")
async def limit_time(request: Request, call_next):
    return await asyncio.wait_for(call_next(request), timeout=40)


@app.get("/api/models")
async def models():
    return [model.id async for model in client.models.list()]
