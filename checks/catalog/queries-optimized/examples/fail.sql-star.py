import asyncpg
from fastapi import FastAPI

from database import pool

app = FastAPI()
COLUMNS = """
    SELECT * FROM workouts
    WHERE user_id = $1
"""


@app.get("/workouts/{user_id}")
async def workouts(user_id: int):
    return await pool.fetch(COLUMNS, user_id)  # <- finding
