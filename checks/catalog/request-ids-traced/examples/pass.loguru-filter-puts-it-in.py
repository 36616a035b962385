# file: main.py
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import AsyncGenerator
from uuid import uuid4

from fastapi import FastAPI, Request

from ids import request_id
from log_setup import logger

app = FastAPI()


@app.middleware("http")
async def trace(request: Request, call_next):
    request_id.set(uuid4().hex)
    response = await call_next(request)
    response.headers["X-Request-Id"] = request_id.get()
    return response


@app.get("/v1/plans")
async def plans():
    logger.info("plans are asked for")
    return {"plans": []}

# file: ids.py
from contextvars import ContextVar

request_id: ContextVar[str] = ContextVar("id", default="-")

# file: log_setup.py
import sys

from loguru import logger

from ids import request_id as current


class Lines:
    def _filter(self, record):
        record["extra"]["request_id"] = current.get()
        return True

    def set_up(self):
        logger.remove()
        logger.add(sys.stdout, filter=self._filter, format="{extra[request_id]} {message}")


Lines().set_up()
