from starlette.applications import Starlette
from starlette.config import Config
from starlette.responses import JSONResponse
from starlette.routing import Route

config = Config(".env")
DATABASE_URL = config("DATABASE_URL")


async def ready(request):
    return JSONResponse({"database": bool(DATABASE_URL)})


app = Starlette(routes=[Route("/ready", ready)])
