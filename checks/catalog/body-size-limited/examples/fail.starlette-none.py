from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route


async def make(request):
    return JSONResponse(await request.json())


app = Starlette(routes=[Route("/api/plans", make, methods=["POST"])])  # <- finding
