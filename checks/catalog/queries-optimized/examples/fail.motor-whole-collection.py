import os

from fastapi import FastAPI
from motor.motor_asyncio import AsyncIOMotorClient

app = FastAPI()
db = AsyncIOMotorClient(os.environ["MONGO_URL"])["plans"]


@app.get("/plans")
async def plans():
    cursor = db.plans.find()  # <- finding
    return [plan for plan in await cursor.to_list(None)]


@app.get("/plans/newest")
async def newest():
    return await db.plans.find({"open": True}).sort("made", -1).limit(20).to_list(None)


@app.get("/plans/names")
async def names():
    cursor = db.plans.find()
    return [plan["title"] for plan in await cursor.to_list(50)]
