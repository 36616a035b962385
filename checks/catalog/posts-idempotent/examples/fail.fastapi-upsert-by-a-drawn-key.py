from uuid import uuid4

import asyncpg
from fastapi import FastAPI

app = FastAPI()
pool: asyncpg.Pool | None = None


async def put_plan(plan_id: str, title: str) -> None:
    async with pool.acquire() as connection:
        await connection.execute(
            "INSERT INTO plans (id, title) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET title = EXCLUDED.title",
            plan_id,
            title,
        )


@app.post("/plans")  # <- finding
async def create(title: str):
    await put_plan(str(uuid4()), title)


@app.put("/plans/{plan_id}")
async def change(plan_id: str, title: str):
    await put_plan(plan_id, title)
