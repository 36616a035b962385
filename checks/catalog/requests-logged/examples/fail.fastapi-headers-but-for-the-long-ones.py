# A condition on something else leaves no header out by its name.
import logging
import time
import uuid

from fastapi import FastAPI, Request

logger = logging.getLogger("access")
app = FastAPI()


@app.middleware("http")
async def access(request: Request, call_next):
    began = time.perf_counter()
    request_id = request.headers.get("x-request-id") or uuid.uuid4().hex
    sent = {name: request.headers[name] for name in request.headers if len(name) < 40}
    response = await call_next(request)
    logger.info(  # <- finding
        "request",
        extra={
            "request_id": request_id,
            "method": request.method,
            "path": request.url.path,
            "status": response.status_code,
            "duration_ms": (time.perf_counter() - began) * 1000,
            "sent": sent,
        },
    )
    return response


@app.get("/plans")
def plans():
    return []
