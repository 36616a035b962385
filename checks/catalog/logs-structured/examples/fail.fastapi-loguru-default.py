from fastapi import FastAPI
from loguru import logger  # <- finding

app = FastAPI()


@app.get("/")
def root():
    logger.info("asked")
    return {}
