import logging
import time

from fastapi import FastAPI, Request

app = FastAPI()
logger = logging.getLogger("access")


@app.middleware("http")
async def access(request: Request, call_next):
    started = time.perf_counter()
    body = await request.body()
    response = await call_next(request)
    logger.info(  # <- finding
        "answered",
        extra={
            "request_id": request.headers.get("x-request-id"),
            "method": request.method,
            "path": request.url.path,
            "status": response.status_code,
            "duration_ms": (time.perf_counter() - started) * 1000,
            "body": body,
        },
    )
    return response
