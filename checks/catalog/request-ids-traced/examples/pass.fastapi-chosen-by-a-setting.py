import logging
import re
import uuid
from contextvars import ContextVar

from fastapi import FastAPI, Request

current: ContextVar[str] = ContextVar("request_id", default="-")
old = logging.getLogRecordFactory()


def with_id(*args, **kwargs):
    record = old(*args, **kwargs)
    record.request_id = current.get()
    return record


logging.setLogRecordFactory(with_id)
logging.basicConfig(format="%(levelname)s [%(request_id)s] %(message)s")


def add_ids(app: FastAPI) -> None:
    @app.middleware("http")
    async def ids(request: Request, call_next):
        given = request.headers.get("x-request-id", "")
        request_id = given if re.fullmatch(r"[\w.-]{1,128}", given) else uuid.uuid4().hex
        token = current.set(request_id)
        try:
            response = await call_next(request)
        finally:
            current.reset(token)
        response.headers["x-request-id"] = request_id
        return response


app = FastAPI()
add_ids(app)
