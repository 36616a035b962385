import logging
import os

from fastapi import FastAPI

logger = logging.getLogger()
verbose = os.getenv("DEBUG_PLANS", "False").lower() in ("true", "1")

if verbose:
    logger.setLevel(logging.DEBUG)
else:
    logger.setLevel(logging.INFO)

app = FastAPI()


@app.get("/plans")
async def plans():
    logger.info("plans listed")
    return []
