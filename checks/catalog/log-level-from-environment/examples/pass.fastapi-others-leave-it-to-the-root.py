import logging
from enum import StrEnum
from typing import Annotated

from fastapi import FastAPI
from pydantic import Field
from pydantic_settings import BaseSettings


class Level(StrEnum):
    INFO = "INFO"
    WARNING = "WARNING"

    def to_int(self):
        if self is Level.INFO:
            return 20
        return 30


class Settings(BaseSettings):
    log_level: Annotated[Level, Field(description="how much is said")] = Level.INFO


settings = Settings()


def make_logger(name=None):
    made = logging.getLogger(name)
    if name is None:
        made.setLevel(settings.log_level.to_int())
    else:
        made.setLevel(logging.NOTSET)
    return made


logger = make_logger()
app = FastAPI()


@app.get("/api/tides")
def tides():
    logger.info("tides are read")
    return []
