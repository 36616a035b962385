import time
import uuid

import structlog
from fastapi import FastAPI
from starlette.middleware.base import BaseHTTPMiddleware

log = structlog.get_logger()


class Access(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        structlog.contextvars.bind_contextvars(request_id=str(uuid.uuid4()))
        started = time.monotonic()
        response = await call_next(request)
        log.info("answered", method=request.method, path=request.url.path, status=response.status_code, duration=time.monotonic() - started)
        return response


app = FastAPI()
app.add_middleware(Access)
