import asyncio
import os

from fastapi import FastAPI, Request
from motor.motor_asyncio import AsyncIOMotorClient

app = FastAPI()
# Finding a server is bounded; an operation on it is not.
client = AsyncIOMotorClient(os.environ["MONGO_URL"], serverSelectionTimeoutMS=3000)  # <- finding


@app.middleware("http")
async def in_time(request: Request, call_next):
    return await asyncio.wait_for(call_next(request), timeout=15)


@app.get("/plans")
async def plans():
    return await client.training.plans.find().to_list(10)
