import os
import sys

from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route

DATABASE_URL = os.getenv("DATABASE_URL", "")


def check_settings() -> None:
    if not DATABASE_URL:
        sys.exit("DATABASE_URL is missing")


if os.getenv("ENVIRONMENT") == "development":
    check_settings()  # <- finding


async def ready(request):
    return JSONResponse({"database": bool(DATABASE_URL)})


app = Starlette(routes=[Route("/ready", ready)])
