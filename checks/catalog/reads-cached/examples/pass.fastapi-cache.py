from fastapi import FastAPI
from fastapi_cache.decorator import cache

from database import pool

app = FastAPI()


@app.get("/exercises")
@cache(expire=60)
async def exercises():
    return await pool.fetch("SELECT id, name FROM exercises LIMIT 100")
