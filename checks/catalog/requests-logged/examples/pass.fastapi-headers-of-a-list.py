# Two ways to keep those headers that are on a list.
import logging
import time
import uuid

from fastapi import FastAPI, Request

logger = logging.getLogger("access")
app = FastAPI()
KEPT = {"accept", "user-agent"}
TRACING = ("traceparent", "tracestate")


@app.middleware("http")
async def access(request: Request, call_next):
    began = time.perf_counter()
    request_id = request.headers.get("x-request-id") or uuid.uuid4().hex
    client = {name: request.headers[name] for name in request.headers if name in KEPT}
    tracing = {}
    for name in request.headers:
        if name not in TRACING:
            pass
        else:
            tracing[name] = request.headers[name]
    response = await call_next(request)
    logger.info(
        "request",
        extra={
            "request_id": request_id,
            "method": request.method,
            "path": request.url.path,
            "status": response.status_code,
            "duration_ms": (time.perf_counter() - began) * 1000,
            "client": client,
            "tracing": tracing,
        },
    )
    return response


@app.get("/plans")
def plans():
    return []
