import time
import uuid

import structlog
from fastapi import FastAPI, Request

log = structlog.get_logger()
app = FastAPI()


@app.middleware("http")
async def access(request: Request, call_next):
    started = time.perf_counter()
    response = await call_next(request)
    log.info(  # <- finding
        "answered",
        request_id=uuid.uuid4().hex,
        method=request.method,
        path=request.url.path,
        status=response.status_code,
        duration=time.perf_counter() - started,
        headers=dict(request.headers),
    )
    return response


@app.get("/v1/plans")
async def plans():
    return []
