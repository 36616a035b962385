from fastapi import FastAPI
from sqlalchemy import Column, Integer, String, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import declarative_base

app = FastAPI()
sessions = async_sessionmaker(create_async_engine("postgresql+asyncpg://db/plans"))
Base = declarative_base()


class Tag(Base):
    __tablename__ = "tags"
    id = Column(Integer, primary_key=True)
    name = Column(String)


async def all_tags(ids=None):
    async with sessions() as session:
        query = select(Tag)
        if ids is not None:
            query = query.where(Tag.id.in_(ids))
        query = query.order_by(Tag.name)
        result = await session.execute(query)  # <- finding
        return result.scalars().all()


@app.get("/tags")
async def tags():
    return [tag.name for tag in await all_tags()]
