import logging
import os

from fastapi import FastAPI

logger = logging.getLogger(__name__)
url = os.environ["DATABASE_URL"].replace("+asyncpg", "")
logger.warning("unknown database %s", url)  # <- finding
app = FastAPI()


@app.get("/")
async def root():
    return {"status": "ok"}
