import asyncio

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.responses import JSONResponse
from starlette.routing import Route


class TimeLimit(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        try:
            return await asyncio.wait_for(call_next(request), timeout=20)
        except asyncio.TimeoutError:
            return JSONResponse({"detail": "That took too long."}, status_code=504)


async def plans(request):
    return JSONResponse({"plans": []})


app = Starlette(routes=[Route("/api/plans", plans)], middleware=[Middleware(TimeLimit)])
