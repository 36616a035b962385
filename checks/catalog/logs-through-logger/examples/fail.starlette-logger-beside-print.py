import logging

from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route

logger = logging.getLogger(__name__)


async def plans(request):
    logger.info("plans")
    print("plans")  # <- finding
    return JSONResponse({"plans": []})


app = Starlette(routes=[Route("/api/plans", plans)])
