# file: main.py
from fastapi import FastAPI

from log import logger_of

logger = logger_of(__name__)
app = FastAPI()


@app.get("/plans")
def plans():
    logger.info("plans are asked for")
    return []

# file: log.py
import json
import logging
import os


class Lines(logging.Formatter):
    def format(self, record):
        return json.dumps({"level": record.levelname, "message": record.getMessage()})


class ForPeople(logging.Formatter):
    def format(self, record):
        return f"{record.levelname} {record.getMessage()}"


def set_up(use_json: bool):
    handler = logging.StreamHandler()
    if use_json:
        handler.setFormatter(Lines())
    else:
        handler.setFormatter(ForPeople())
    logging.getLogger().addHandler(handler)


def logger_of(name):
    return logging.getLogger(name)


set_up(use_json=os.getenv("RENDER", "false").lower() == "true")
