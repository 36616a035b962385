from fastapi import FastAPI
from sqlalchemy.ext.asyncio import create_async_engine

app = FastAPI()
engine = create_async_engine("postgresql+asyncpg://db/plans")


@app.get("/api/health/")  # <- finding
async def health():
    return {"status": "healthy", "database": "up"}


@app.get("/plans")
async def plans():
    async with engine.connect() as connection:
        return (await connection.exec_driver_sql("SELECT name FROM plans")).all()
