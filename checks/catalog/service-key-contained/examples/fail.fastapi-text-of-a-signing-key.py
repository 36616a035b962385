import logging
import os

from fastapi import FastAPI

logger = logging.getLogger(__name__)
PUSH_KEY = os.environ["PUSH_KEY"].replace("\\n", "\n")

app = FastAPI()


@app.get("/api/plans")
async def plans():
    logger.info("push key in use: %s", PUSH_KEY)  # <- finding
    return []
