import logging
import time

from fastapi import FastAPI, Request
from starlette.middleware.base import BaseHTTPMiddleware

log = logging.getLogger(__name__)


async def log_requests(request: Request, call_next):
    log.info("begun path=%s", request.url.path)
    begun = time.time()
    response = await call_next(request)
    log.info("ended duration=%.2f status=%s", time.time() - begun, response.status_code)  # <- finding
    return response


app = FastAPI()
app.add_middleware(BaseHTTPMiddleware, dispatch=log_requests)


@app.get("/plans")
async def plans():
    return []
