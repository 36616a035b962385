import asyncio

from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route


class TimeLimit:
    def __init__(self, app, seconds):
        self.app = app
        self.seconds = seconds

    async def __call__(self, scope, receive, send):
        await asyncio.wait_for(self.app(scope, receive, send), self.seconds)


async def plans(request):
    return JSONResponse({"plans": []})


app = TimeLimit(Starlette(routes=[Route("/api/plans", plans)]), seconds=20)
