import logging
import uuid

from fastapi import FastAPI
from starlette.middleware.base import BaseHTTPMiddleware


class RequestId(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        request_id = request.headers.get("X-Request-ID") or str(uuid.uuid4())
        logging.info("asked", extra={"request_id": request_id})
        response = await call_next(request)
        response.headers["X-Request-ID"] = request_id
        return response


app = FastAPI()
# app.add_middleware(RequestId)
