import asyncio

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from openai import AsyncOpenAI

client = AsyncOpenAI()  # <- finding
app = FastAPI()


@app.middleware("http")
async def limit_time(request: Request, call_next):
    try:
        async with asyncio.timeout(20):
            return await call_next(request)
    except TimeoutError:
        return JSONResponse({"detail": "That took too long."}, status_code=504)


@app.get("/api/models")
async def models():
    return [model.id async for model in client.models.list()]
