import logging
import time

from fastapi import FastAPI
from starlette.middleware.base import BaseHTTPMiddleware


class Access(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        started = time.monotonic()
        response = await call_next(request)
        duration = time.monotonic() - started
        logging.info("%s %s %s %s %s", request.state.request_id, request.method, request.url.path, response.status_code, duration)
        return response


app = FastAPI()  # <- finding
