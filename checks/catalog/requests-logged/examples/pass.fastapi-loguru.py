import time
import uuid

from fastapi import FastAPI, Request
from loguru import logger
from starlette.middleware.base import BaseHTTPMiddleware


class Access(BaseHTTPMiddleware):
    async def dispatch(self, request: Request, call_next):
        started = time.perf_counter()
        with logger.contextualize(request_id=uuid.uuid4().hex):
            response = await call_next(request)
            elapsed = (time.perf_counter() - started) * 1000
            logger.info("{} {} {} {:.1f} ms", request.method, request.url.path, response.status_code, elapsed)
        return response


app = FastAPI()
app.add_middleware(Access)


@app.get("/v1/plans")
async def plans():
    return []
