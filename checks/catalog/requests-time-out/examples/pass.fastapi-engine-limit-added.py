import asyncio
import os

from fastapi import FastAPI, Request
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine


def make_engine(seconds):
    connect_args = {"prepared_statement_cache_size": 0}
    if seconds is not None:
        connect_args["command_timeout"] = seconds
    return create_async_engine(os.environ["DATABASE_URL"], connect_args=connect_args)


engine = make_engine(10)
app = FastAPI()


@app.middleware("http")
async def limit_time(request: Request, call_next):
    return await asyncio.wait_for(call_next(request), timeout=20)


@app.get("/api/plans")
async def plans():
    async with engine.connect() as connection:
        return [dict(row) for row in (await connection.execute(text("select id from plans limit 10"))).mappings()]
