import logging

from fastapi import FastAPI

logger = logging.getLogger(__name__)
app = FastAPI()  # <- finding


@app.get("/")
def root():
    logger.warning('{"looks": "like json"}')
    return {}
