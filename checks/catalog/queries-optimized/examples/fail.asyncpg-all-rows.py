import asyncpg
from fastapi import FastAPI, Request

app = FastAPI()


@app.on_event("startup")
async def connect():
    app.state.pool = await asyncpg.create_pool()


@app.get("/plans")
async def plans(request: Request):
    rows = await request.app.state.pool.fetch("SELECT id, name FROM plans ORDER BY name")  # <- finding
    return [dict(row) for row in rows]
