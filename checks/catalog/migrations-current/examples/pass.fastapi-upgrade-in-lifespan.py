from contextlib import asynccontextmanager

from alembic import command
from alembic.config import Config
from fastapi import FastAPI
from sqlalchemy import create_engine

engine = create_engine("postgresql://db/plans")


def bring_up_to_date() -> None:
    command.upgrade(Config("alembic.ini"), "head")


@asynccontextmanager
async def lifespan(app):
    bring_up_to_date()
    yield


app = FastAPI(lifespan=lifespan)
