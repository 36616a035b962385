import asyncio
import os

from fastapi import FastAPI
from pymongo import MongoClient

app = FastAPI()


async def is_up():
    client = await asyncio.to_thread(MongoClient, os.environ["MONGO_URL"])  # <- finding
    try:
        await asyncio.to_thread(client.admin.command, "ping")
        return True
    finally:
        await asyncio.to_thread(client.close)


@app.get("/health")
async def health():
    return {"up": await is_up()}
