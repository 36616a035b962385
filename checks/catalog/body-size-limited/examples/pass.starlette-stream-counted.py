from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.responses import JSONResponse
from starlette.routing import Route


class LimitBody(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        size = 0
        async for chunk in request.stream():
            size += len(chunk)
            if size > 100_000:
                return JSONResponse({"detail": "too large"}, status_code=413)
        return await call_next(request)


async def make(request):
    return JSONResponse({})


app = Starlette(routes=[Route("/api/plans", make, methods=["POST"])], middleware=[Middleware(LimitBody)])
