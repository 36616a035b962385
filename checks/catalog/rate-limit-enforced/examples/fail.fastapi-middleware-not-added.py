import time
from collections import defaultdict

from fastapi import FastAPI
from fastapi.responses import JSONResponse
from starlette.middleware.base import BaseHTTPMiddleware


class RateLimit(BaseHTTPMiddleware):
    seen = defaultdict(list)

    async def dispatch(self, request, call_next):
        now = time.time()
        recent = [each for each in self.seen[request.client.host] if now - each < 60]
        if len(recent) > 100:
            return JSONResponse({"detail": "slow down"}, status_code=429)
        self.seen[request.client.host] = [*recent, now]
        return await call_next(request)


app = FastAPI()  # <- finding
# app.add_middleware(RateLimit)


@app.post("/api/generate")
async def generate():
    return {}
