# The level of what the process writes follows a switch; a file for whoever looks for a fault holds everything, in any run.
import os
import sys

from fastapi import FastAPI
from loguru import logger

DEBUG = os.getenv("DEBUG", "false").lower() == "true"

logger.remove()
logger.add(sys.stdout, level="DEBUG" if DEBUG else "INFO")
logger.add("logs/debug.log", level="DEBUG", rotation="100 MB")

app = FastAPI()


@app.get("/plans")
def plans():
    logger.info("asked for plans")
    return []
