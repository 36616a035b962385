import asyncio
import os

from fastapi import FastAPI, Request
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

engine = create_async_engine(os.environ["DATABASE_URL"], pool_size=10)  # <- finding
app = FastAPI()


@app.middleware("http")
async def limit_time(request: Request, call_next):
    return await asyncio.wait_for(call_next(request), timeout=20)


@app.get("/api/plans")
async def plans():
    async with engine.connect() as connection:
        return [dict(row) for row in (await connection.execute(text("select id from plans limit 10"))).mappings()]
