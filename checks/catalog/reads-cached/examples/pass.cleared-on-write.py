from functools import lru_cache

from fastapi import FastAPI

from database import pool

app = FastAPI()


@lru_cache(maxsize=100)
def exercises_of(kind: str):
    return pool.fetch("SELECT id, name FROM exercises WHERE kind = $1", kind)


@app.get("/exercises/{kind}")
def exercises(kind: str):
    return exercises_of(kind)


@app.put("/exercises/{kind}")
def change(kind: str, name: str):
    pool.execute("UPDATE exercises SET name = $1 WHERE kind = $2", name, kind)
    exercises_of.cache_clear()
