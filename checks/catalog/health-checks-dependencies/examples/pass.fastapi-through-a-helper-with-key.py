import os

from fastapi import FastAPI
from fastapi.responses import JSONResponse
from openai import AsyncOpenAI

from checks import database_answers

app = FastAPI()
model = AsyncOpenAI()


@app.get("/health")
async def health():
    checks = {"database": await database_answers(), "model": bool(os.getenv("OPENAI_API_KEY"))}
    ok = all(checks.values())
    return JSONResponse({"status": "pass" if ok else "fail", "checks": checks}, status_code=200 if ok else 503)
# file: checks.py
import asyncpg


async def database_answers() -> bool:
    try:
        connection = await asyncpg.connect(timeout=1)
        await connection.fetchval("SELECT 1")
        return True
    except OSError:
        return False
