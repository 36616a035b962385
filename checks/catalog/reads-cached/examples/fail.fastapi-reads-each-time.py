from fastapi import FastAPI

from database import pool

app = FastAPI()


@app.get("/exercises")  # <- finding
async def exercises():
    # @cache(expire=60)
    return await pool.fetch("SELECT id, name FROM exercises LIMIT 100")
