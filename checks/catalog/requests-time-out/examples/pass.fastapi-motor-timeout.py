import asyncio
import os

from fastapi import FastAPI, Request
from motor.motor_asyncio import AsyncIOMotorClient

app = FastAPI()
client = AsyncIOMotorClient(os.environ["MONGO_URL"], timeoutMS=4000)


@app.middleware("http")
async def in_time(request: Request, call_next):
    return await asyncio.wait_for(call_next(request), timeout=15)


@app.get("/plans")
async def plans():
    return await client.training.plans.find().to_list(10)
