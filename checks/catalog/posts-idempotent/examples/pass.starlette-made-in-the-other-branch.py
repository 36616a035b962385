from sqlalchemy import Column, Integer, String, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import declarative_base
from starlette.applications import Starlette
from starlette.endpoints import HTTPEndpoint
from starlette.responses import JSONResponse
from starlette.routing import Route

Base = declarative_base()
make_session = async_sessionmaker(create_async_engine("postgresql+asyncpg://db/plans"))


class Invite(Base):
    __tablename__ = "invites"
    id = Column(Integer, primary_key=True)
    email = Column(String)

    @classmethod
    async def find(cls, session: AsyncSession, email: str):
        rows = await session.execute(select(cls).where(cls.email == email))
        return rows.scalars().first()

    @classmethod
    async def make(cls, session: AsyncSession, email: str):
        invite = cls(email=email)
        session.add(invite)
        await session.commit()
        return invite


class Invites(HTTPEndpoint):
    async def post(self, request):
        email = (await request.json())["email"]
        async with make_session() as session:
            if invite := await Invite.find(session, email):
                invite.times = 2
            else:
                invite = await Invite.make(session, email)
        return JSONResponse({"id": invite.id})


app = Starlette(routes=[Route("/invites", Invites)])
