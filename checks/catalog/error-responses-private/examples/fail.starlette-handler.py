from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route


async def plans(request):
    return JSONResponse({"plans": []})


async def on_error(request, exc):
    return JSONResponse({"detail": "Something went wrong.", "body": (await request.body()).decode()}, status_code=500)  # <- finding


app = Starlette(routes=[Route("/api/plans", plans)], exception_handlers={Exception: on_error})
