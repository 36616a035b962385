# file: core/time_limit.py
import asyncio

from fastapi.responses import JSONResponse
from starlette.middleware.base import BaseHTTPMiddleware


class TimeLimit(BaseHTTPMiddleware):
    def __init__(self, app, seconds: float):
        super().__init__(app)
        self.seconds = seconds

    async def dispatch(self, request, call_next):
        try:
            async with asyncio.timeout(self.seconds):
                return await call_next(request)
        except TimeoutError:
            return JSONResponse({"detail": "That took too long."}, status_code=504)
# file: main.py
from fastapi import FastAPI

from core.time_limit import TimeLimit

app = FastAPI()
app.add_middleware(TimeLimit, seconds=20)


@app.get("/api/plans")
async def plans():
    return {"plans": []}
