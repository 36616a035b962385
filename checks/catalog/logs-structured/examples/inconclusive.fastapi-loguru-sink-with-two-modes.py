# The one sink writes JSON in one mode and text in the other, and which of them production has is not said here.
import sys
import time

from fastapi import FastAPI
from loguru import logger as loguru_logger

from .settings import settings
from .texts import json_dumps


def write(message) -> None:
    record = message.record
    if settings.log_mode == "json":
        print(json_dumps({"timestamp": time.time(), "level": record["level"].name, "message": record["message"]}), file=sys.stderr)
    else:
        print(f"{record['level'].name:<7} | {record['message']}", file=sys.stderr)


logger = loguru_logger.bind()
logger.remove(0)
logger.add(write, level=settings.log_level)
app = FastAPI()


@app.get("/plans")
def plans():
    logger.info("asked for plans")
    return []
