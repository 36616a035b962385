import logging

from fastapi import FastAPI

logger = logging.getLogger()
logger.setLevel(logging.NOTSET)  # <- finding

app = FastAPI()


@app.get("/api/tides")
def tides():
    logger.info("tides are read")
    return []
