import asyncpg
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route


async def ready(request):
    pool = request.app.state.pool
    await pool.fetchval("SELECT 1")
    return PlainTextResponse("ok")


async def open_pool():
    app.state.pool = await asyncpg.create_pool()


app = Starlette(routes=[Mount("/internal", routes=[Route("/readyz", ready)])], on_startup=[open_pool])
