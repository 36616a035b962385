import logging
import uuid
from contextvars import ContextVar

from fastapi import FastAPI
from starlette.middleware.base import BaseHTTPMiddleware

current: ContextVar[str] = ContextVar("request_id", default="-")


class IdFilter(logging.Filter):
    def filter(self, record):
        record.request_id = current.get()
        return True


class RequestId(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        current.set(uuid.uuid4().hex)
        response = await call_next(request)
        response.headers["X-Request-Id"] = current.get()
        return response


handler = logging.StreamHandler()
handler.addFilter(IdFilter())
app = FastAPI()
app.add_middleware(RequestId)
