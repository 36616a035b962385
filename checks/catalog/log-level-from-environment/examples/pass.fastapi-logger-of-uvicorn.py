# The service writes through uvicorn's logger, whose level is given where the server is run.
import logging

import uvicorn
from decouple import config
from fastapi import FastAPI

DEBUG = config("DEBUG", default=False, cast=bool)
logger = logging.getLogger("uvicorn.error")
app = FastAPI()


@app.get("/plans")
def plans():
    logger.info("asked for plans")
    return []


if __name__ == "__main__":
    uvicorn.run("main:app", workers=1, log_level=logging.DEBUG if DEBUG else logging.INFO)
