from fastapi import FastAPI
from pymongo import AsyncMongoClient

app = FastAPI()
plans = AsyncMongoClient("mongodb://db:27017")["app"]["plans"]


async def find(id):
    obj = await plans.find_one({"_id": id})
    return obj


async def create(obj):
    if obj.get("_id") is not None:
        raise ValueError("a new plan has no id yet")
    await plans.insert_one(obj)
    return obj


@app.post("/plans", status_code=201)  # <- finding
async def make(plan: dict):
    if plan.get("parent") and not await find(plan["parent"]):
        return {"error": "no such parent"}
    return await create(plan)
