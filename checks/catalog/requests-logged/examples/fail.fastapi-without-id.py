import logging
import time

from fastapi import FastAPI, Request

app = FastAPI()
logger = logging.getLogger("access")


@app.middleware("http")
async def access(request: Request, call_next):
    started = time.perf_counter()
    response = await call_next(request)
    elapsed_ms = (time.perf_counter() - started) * 1000
    logger.info("%s %s %s %.1f", request.method, request.url.path, response.status_code, elapsed_ms)  # <- finding
    return response
