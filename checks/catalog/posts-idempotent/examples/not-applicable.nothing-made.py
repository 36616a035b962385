from fastapi import FastAPI

from database import pool

app = FastAPI()


@app.post("/search")
async def search(text: str):
    return await pool.fetch("SELECT id FROM plans WHERE title = $1 LIMIT 20", text)
