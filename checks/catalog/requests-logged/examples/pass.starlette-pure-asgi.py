import json
import logging
import time
import uuid

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import JSONResponse
from starlette.routing import Route

logger = logging.getLogger("access")


class AccessLog:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        request_id = uuid.uuid4().hex
        started = time.perf_counter()
        seen = {"status": 500}

        async def noting(message):
            if message["type"] == "http.response.start":
                seen["status"] = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, noting)
        finally:
            record = {
                "request_id": request_id,
                "method": scope["method"],
                "path": scope["path"],
                "status": seen["status"],
                "duration_ms": round((time.perf_counter() - started) * 1000, 1),
            }
            logger.info(json.dumps(record))


async def plans(request):
    return JsonResponse([])


app = Starlette(routes=[Route("/v1/plans", plans)], middleware=[Middleware(AccessLog)])
