import os

from fastapi import FastAPI

DATABASE_URL = os.environ["DATABASE_URL"]
OPENAI_API_KEY = os.environ["OPENAI_API_KEY"]
app = FastAPI()


@app.get("/ready")
async def ready():
    return {"database": bool(DATABASE_URL), "model": bool(OPENAI_API_KEY)}
