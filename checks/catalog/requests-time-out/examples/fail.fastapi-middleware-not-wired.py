import asyncio

from fastapi import FastAPI
from starlette.middleware.base import BaseHTTPMiddleware


class TimeLimit(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        return await asyncio.wait_for(call_next(request), timeout=20)


app = FastAPI()  # <- finding
# app.add_middleware(TimeLimit)


@app.get("/api/plans")
async def plans():
    return {"plans": []}
