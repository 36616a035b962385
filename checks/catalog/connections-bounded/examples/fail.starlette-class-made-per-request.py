import os

import psycopg
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route


class Plans:
    def __init__(self):
        self.connection = psycopg.connect(os.environ["DATABASE_URL"])  # <- finding

    def all(self):
        return self.connection.execute("select id from plans").fetchall()


async def plans(request):
    return JSONResponse(Plans().all())


app = Starlette(routes=[Route("/api/plans", plans)])
