import os

import redis.asyncio as redis
from django.core.cache import cache
from fastapi import FastAPI, HTTPException
from pymongo import AsyncMongoClient

app = FastAPI()
kept = redis.from_url(os.environ["REDIS_URL"])
plans = AsyncMongoClient(os.environ["MONGO_URL"])["app"]["plans"]


@app.get("/settings/{name}")
async def setting(name: str):
    return await kept.get(f"settings:{name}")


@app.get("/plans/{id}")  # <- finding
async def plan(id: str):
    asked = cache.get(f"asked:{id}", 0)
    if asked > 100:
        raise HTTPException(429)
    cache.set(f"asked:{id}", asked + 1, timeout=60)
    return await plans.find_one({"_id": id})
