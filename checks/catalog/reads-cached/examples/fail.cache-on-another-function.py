from cachetools import TTLCache, cached
from fastapi import FastAPI

from database import pool
from settings import load

app = FastAPI()


@cached(TTLCache(maxsize=1, ttl=60))
def settings():
    return load()


@app.get("/exercises")  # <- finding
async def exercises():
    return await pool.fetch("SELECT id, name FROM exercises LIMIT 100")
