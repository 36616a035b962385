# file: main.py
from starlette.applications import Starlette
from starlette.endpoints import HTTPEndpoint
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Mount

from plans import routes as plan_routes

app = Starlette(routes=[Mount("/api/v1", routes=plan_routes)])

# file: models.py
from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Plan(Base):
    __tablename__ = "plans"
    id = Column(Integer, primary_key=True)
    title = Column(String)

# file: plans.py
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from starlette.endpoints import HTTPEndpoint
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from models import Plan

make_session = async_sessionmaker(create_async_engine("postgresql+asyncpg://db/plans"))


class Endpoint(HTTPEndpoint):
    session: AsyncSession

    async def dispatch(self) -> None:
        request = Request(self.scope, receive=self.receive)
        async with make_session() as session:
            self.session = session
            response = await getattr(self, request.method.lower())(request)
        await response(self.scope, self.receive, self.send)


class Plans(Endpoint):
    async def post(self, request: Request):
        plan = Plan(title=(await request.json())["title"])
        self.session.add(plan)
        await self.session.commit()
        return JSONResponse({"id": plan.id}, status_code=201)


routes = [
    Route("/plans/", Plans),  # <- finding
]
