from fastapi import FastAPI
from fastapi.responses import JSONResponse
from starlette.middleware.base import BaseHTTPMiddleware


class LimitBody(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        size = 0
        async for chunk in request.stream():
            size += len(chunk)
            if size > 100_000:
                return JSONResponse({"detail": "too large"}, status_code=413)
        return await call_next(request)


app = FastAPI()  # <- finding
# app.add_middleware(LimitBody)


@app.post("/api/plans")
async def make(body: dict):
    return body
