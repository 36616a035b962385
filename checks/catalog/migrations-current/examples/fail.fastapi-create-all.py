from contextlib import asynccontextmanager

from fastapi import FastAPI
from sqlalchemy import create_engine
from sqlalchemy.orm import DeclarativeBase

engine = create_engine("postgresql://db/plans")


class Base(DeclarativeBase):
    pass


@asynccontextmanager
async def lifespan(app):
    Base.metadata.create_all(engine)  # <- finding
    yield


app = FastAPI(lifespan=lifespan)
