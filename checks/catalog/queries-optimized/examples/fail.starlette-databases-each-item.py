import databases
import sqlalchemy
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route

database = databases.Database("postgresql://db/plans")
metadata = sqlalchemy.MetaData()
plans = sqlalchemy.Table("plans", metadata, sqlalchemy.Column("id", sqlalchemy.Integer, primary_key=True))
weeks = sqlalchemy.Table("weeks", metadata, sqlalchemy.Column("plan_id", sqlalchemy.Integer))


class Source:
    def __init__(self, row):
        self.row = row

    async def count(self):
        query = weeks.select().where(weeks.c.plan_id == self.row["id"])
        return len(await database.fetch_all(query))


async def sources():
    query = plans.select().limit(50)
    return [Source(row) for row in await database.fetch_all(query)]


async def dashboard(request):
    counts = []
    for source in await sources():
        counts.append(await source.count())  # <- finding
    return JSONResponse(counts)


app = Starlette(routes=[Route("/api/v1/dashboard", dashboard)])
