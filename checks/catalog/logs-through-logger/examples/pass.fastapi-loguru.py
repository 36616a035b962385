import sys

from fastapi import FastAPI
from loguru import logger

logger.remove()
logger.add(sys.stdout, serialize=True)
app = FastAPI()


@app.get("/api/plans")
async def plans():
    logger.info("plans")
    return {"plans": []}
