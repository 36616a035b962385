import functools
import json

from fastapi import FastAPI
from redis.asyncio import Redis
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

app = FastAPI()
engine = create_async_engine("postgresql+asyncpg://db/plans")
client: Redis | None = None


def kept(prefix: str, seconds: int = 60):
    def around(handler):
        @functools.wraps(handler)
        async def inner(plan_id: int):
            found = await client.get(f"{prefix}:{plan_id}")
            if found:
                return json.loads(found)
            answer = await handler(plan_id)
            await client.set(f"{prefix}:{plan_id}", json.dumps(answer), ex=seconds)
            return answer

        return inner

    return around


@app.get("/api/v1/plans/{plan_id}")
@kept("plans")
async def plan(plan_id: int):
    async with engine.connect() as connection:
        rows = await connection.execute(text("select id, title from plans where id = :id"), {"id": plan_id})
        return dict(rows.mappings().first())
