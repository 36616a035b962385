from fastapi import FastAPI
from motor.motor_asyncio import AsyncIOMotorClient

app = FastAPI()
client = AsyncIOMotorClient("mongodb://db")


@app.get("/livez")  # <- finding
async def livez():
    await client.admin.command("ping")
    return {}


@app.get("/readyz")
async def readyz():
    await client.admin.command("ping")
    return {}
