# file: main.py
from fastapi import FastAPI

from log import logger

app = FastAPI()


@app.get("/v1/plans")
async def plans():
    logger.info("plans are asked for")
    return {"plans": []}

# file: config.py
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    DEBUG: bool = True  # <- finding


settings = Settings()

# file: log.py
import sys

from loguru import logger

from config import settings


class Logging:
    def __init__(self):
        if settings.DEBUG:
            self.level = "DEBUG"
        else:
            self.level = "INFO"

    def set_up(self):
        logger.remove()
        logger.add(sys.stdout, level=self.level)


Logging().set_up()
