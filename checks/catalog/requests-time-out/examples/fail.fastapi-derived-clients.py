import asyncio

import redis.asyncio as redis
from fastapi import FastAPI, Request
from langchain_openai import ChatOpenAI


class Cache(redis.Redis):
    """Keys of ours bear a prefix."""

    async def read(self, key: str):
        return await self.get(f"plans:{key}")

    async def close(self):
        await super().aclose()


class Coach(ChatOpenAI):
    def __init__(self, model: str):
        super().__init__(model=model, temperature=0)  # <- finding


app = FastAPI()
cache = Cache(host="cache", decode_responses=True)  # <- finding
coach = Coach("gpt-5-mini")


@app.middleware("http")
async def in_time(request: Request, call_next):
    return await asyncio.wait_for(call_next(request), timeout=15)


@app.get("/plans/{plan}")
async def plan(plan: str):
    return await cache.read(plan) or coach.invoke("a plan")
