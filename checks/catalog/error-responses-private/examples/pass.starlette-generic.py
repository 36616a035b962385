import logging

from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route

logger = logging.getLogger(__name__)


async def plans(request):
    return JSONResponse({"plans": []})


async def on_error(request, exc):
    logger.error("failed with body of %s bytes", len(await request.body()), exc_info=exc)
    return JSONResponse({"detail": "Something went wrong."}, status_code=500)


app = Starlette(routes=[Route("/api/plans", plans)], exception_handlers={Exception: on_error})
