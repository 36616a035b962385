import functools
import json

from fastapi import FastAPI
from redis.asyncio import Redis
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

app = FastAPI()
engine = create_async_engine("postgresql+asyncpg://db/plans")
client = Redis.from_url("redis://cache")


def kept(prefix: str):
    def around(function):
        @functools.wraps(function)
        async def inner(self, plan_id: int):
            found = await client.get(f"{prefix}:{plan_id}")
            if found is not None:
                return json.loads(found)
            answer = await function(self, plan_id)
            await client.setex(f"{prefix}:{plan_id}", 300, json.dumps(answer))
            return answer

        return inner

    return around


class PlanService:
    @kept("plan")
    async def find(self, plan_id: int):
        async with engine.connect() as connection:
            rows = await connection.execute(text("select id, name from plans where id = :id"), {"id": plan_id})
            return dict(rows.mappings().one())


service = PlanService()


@app.get("/api/v1/plans/{plan_id}")
async def get_plan(plan_id: int):
    return await service.find(plan_id)
