import os

from fastapi import FastAPI, HTTPException
from motor.motor_asyncio import AsyncIOMotorClient

app = FastAPI()
db = AsyncIOMotorClient(os.environ["MONGO_URL"])["plans"]


@app.post("/plans")
async def create(plan: dict):
    if await db.plans.find_one({"_id": plan["id"]}):
        raise HTTPException(409, "there is such a plan")
    await db.plans.insert_one({"_id": plan["id"], "title": plan["title"]})
    return plan
