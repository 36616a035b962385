import os
from contextlib import asynccontextmanager

from alembic import command
from alembic.config import Config
from fastapi import FastAPI
from sqlalchemy.ext.asyncio import create_async_engine

engine = create_async_engine("postgresql+asyncpg://db/plans")


@asynccontextmanager
async def lifespan(_app):
    if os.environ.get("ENVIRONMENT") == "development":
        command.upgrade(Config("alembic.ini"), "head")
    yield


app = FastAPI(lifespan=lifespan)  # <- finding
