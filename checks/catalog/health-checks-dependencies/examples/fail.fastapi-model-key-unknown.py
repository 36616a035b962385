import os

import asyncpg
from fastapi import FastAPI
from openai import AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI(api_key=os.getenv("OPENAI_API_KEY", ""))


@app.get("/health")  # <- finding
async def health():
    connection = await asyncpg.connect(os.environ["DATABASE_URL"], timeout=2)
    await connection.fetchval("SELECT 1")
    return {"status": "pass", "model": "gpt-4"}
