import os
from typing import Annotated
from uuid import uuid4

import asyncpg
import jwt
from fastapi import Depends, FastAPI, HTTPException, Request

app = FastAPI()
pool: asyncpg.Pool | None = None


async def signed_in(request: Request) -> str:
    try:
        claims = jwt.decode(request.headers["authorization"][7:], os.environ["JWT_KEY"], algorithms=["HS256"])
    except jwt.InvalidTokenError:
        raise HTTPException(401)
    return claims["sub"]


UserId = Annotated[str, Depends(signed_in)]


async def put_plan(user_id: str, plan_id: str, title: str) -> None:
    async with pool.acquire() as connection:
        await connection.execute(
            "INSERT INTO plans (id, user_id, title) VALUES ($1, $2, $3) "
            "ON CONFLICT (id) DO UPDATE SET title = EXCLUDED.title WHERE plans.user_id = EXCLUDED.user_id",
            plan_id,
            user_id,
            title,
        )


@app.post("/api/plans")
async def create(title: str, user_id: UserId):
    await put_plan(user_id, str(uuid4()), title)


@app.put("/api/plans/{plan_id}")
async def change(plan_id: str, title: str, user_id: UserId):
    await put_plan(user_id, plan_id, title)


@app.delete("/api/plans/{plan_id}")
async def remove(plan_id: str, user_id: UserId):
    async with pool.acquire() as connection:
        await connection.execute("DELETE FROM plans WHERE id = $1 AND user_id = $2", plan_id, user_id)
