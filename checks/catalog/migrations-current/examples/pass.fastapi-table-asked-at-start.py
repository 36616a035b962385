import asyncpg
from fastapi import FastAPI

EXPECTED = "20261101000400"
app = FastAPI()


@app.on_event("startup")
async def look_at_the_schema():
    connection = await asyncpg.connect()
    latest = await connection.fetchval("SELECT max(version) FROM supabase_migrations.schema_migrations")
    if latest != EXPECTED:
        raise RuntimeError("the schema is not the one this code was written for")
