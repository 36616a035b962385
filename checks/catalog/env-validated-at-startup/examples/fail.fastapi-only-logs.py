import logging
import os

from fastapi import FastAPI

logger = logging.getLogger(__name__)
DATABASE_URL = os.environ.get("DATABASE_URL", "")


def validate() -> bool:
    return DATABASE_URL.startswith("postgres")


if not validate():  # <- finding
    logger.error("DATABASE_URL is missing or wrong")

app = FastAPI()


@app.get("/ready")
async def ready():
    return {"database": bool(DATABASE_URL)}
