# The text of what MongoDB refuses because its key is taken names the collection and the index and repeats the key.
from fastapi import FastAPI, HTTPException, Request
from pymongo import MongoClient
from pymongo.errors import DuplicateKeyError

app = FastAPI()
plans = MongoClient(serverSelectionTimeoutMS=2000).training.plans


@app.post("/api/plans")
async def make(request: Request):
    try:
        plans.insert_one(await request.json())
    except DuplicateKeyError as error:
        raise HTTPException(status_code=409, detail=str(error))  # <- finding
    return {"made": True}
