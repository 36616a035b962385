import os
import sys

from fastapi import FastAPI

DATABASE_URL = os.getenv("DATABASE_URL", "")


def validate() -> bool:
    return bool(DATABASE_URL)


if not validate():
    sys.exit("DATABASE_URL is missing")

app = FastAPI()


@app.get("/ready")
async def ready():
    return {"database": bool(DATABASE_URL)}
