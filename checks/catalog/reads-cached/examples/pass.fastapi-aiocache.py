from aiocache import cached
from fastapi import FastAPI

from database import pool

app = FastAPI()


@cached(ttl=60)
async def all_exercises():
    return await pool.fetch("SELECT id, name FROM exercises LIMIT 100")


@app.get("/v1/exercises")
async def exercises():
    return await all_exercises()
