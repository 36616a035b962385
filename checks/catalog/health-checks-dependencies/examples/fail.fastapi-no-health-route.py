from fastapi import FastAPI
import asyncpg

app = FastAPI()  # <- finding


# @app.get("/healthz")
# async def healthz(): await pool.fetchval("SELECT 1")


@app.get("/athletes/{athlete_id}/health")
async def health_of(athlete_id: str):
    connection = await asyncpg.connect()
    return await connection.fetch("SELECT * FROM health WHERE athlete = $1", athlete_id)
