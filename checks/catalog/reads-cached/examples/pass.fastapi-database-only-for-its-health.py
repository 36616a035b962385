from cachetools import TTLCache, cached
from fastapi import FastAPI

from database import pool

app = FastAPI()


@app.get("/health/db")
def database():
    pool.fetch("SELECT 1 FROM exercises LIMIT 1")
    return {"ok": True}


@cached(TTLCache(maxsize=10, ttl=60))
def all_exercises():
    return pool.fetch("SELECT id, name FROM exercises LIMIT 100")


@app.get("/v1/exercises")
def exercises():
    return all_exercises()
