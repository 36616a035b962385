import uuid

import structlog
from fastapi import FastAPI, Request

app = FastAPI()  # <- finding


@app.middleware("http")
async def give_id(request: Request, call_next):
    structlog.contextvars.bind_contextvars(request_id=str(uuid.uuid4()))
    return await call_next(request)
