import logging

from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route

log = logging.getLogger(__name__)


async def mark(request):
    try:
        data = await request.json()
        await keep(data["plan"])
    except ValueError:
        log.exception("a plan was not marked")
        data = {"message": "The plan could not be marked", "error": True}
        return JSONResponse(data, status_code=400)
    return JSONResponse({"message": "marked"})


async def keep(plan):
    log.info("a plan is kept")


app = Starlette(routes=[Route("/marks", mark, methods=["POST"])])
