import asyncpg
from fastapi import FastAPI, Request

app = FastAPI(description="Never SELECT * FROM plans.")


@app.on_event("startup")
async def connect():
    app.state.pool = await asyncpg.create_pool()


@app.get("/plans/count")
async def count(request: Request):
    return await request.app.state.pool.fetchval("SELECT count(*) FROM plans")


@app.post("/sets")
async def sets(request: Request, names: list[str]):
    await request.app.state.pool.executemany("INSERT INTO sets (name) VALUES ($1)", [(name,) for name in names])
    return {"made": len(names)}
