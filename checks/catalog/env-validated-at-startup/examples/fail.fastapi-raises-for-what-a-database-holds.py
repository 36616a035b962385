import os

from fastapi import FastAPI
from sqlalchemy import create_engine, text

DATABASE_URL = os.getenv("DATABASE_URL", "")
PAYMENTS_API_KEY = os.getenv("PAYMENTS_API_KEY", "")


def look_for_schemas(names):
    engine = create_engine(DATABASE_URL)
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT schema_name FROM information_schema.schemata")).fetchall()
    absent = [name for name in names if name not in {row[0] for row in rows}]
    if absent:
        raise ValueError(f"no such schema: {absent}")


look_for_schemas(["plans"])
app = FastAPI()  # <- finding


@app.get("/ready")
async def ready():
    return {"payments": bool(PAYMENTS_API_KEY)}
