"""Uses the logger. print("x") in a docstring is prose."""
import logging
import sys

from fastapi import FastAPI

logging.basicConfig(stream=sys.stdout, level=logging.INFO)
logger = logging.getLogger(__name__)
app = FastAPI()


@app.get("/api/plans")
async def plans():
    # print("left over")
    logger.info("the word print(1) in a text")
    return {"plans": []}
