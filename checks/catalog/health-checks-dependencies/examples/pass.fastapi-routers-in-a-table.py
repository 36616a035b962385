from fastapi import APIRouter, FastAPI
from sqlalchemy import text

from database import engine
from plans import router as plans


def make_health(database) -> APIRouter:
    router = APIRouter()

    @router.get("/health")
    async def health():
        async with database.connect() as connection:
            await connection.execute(text("select 1"))
        return {"status": "ok"}

    return router


ROUTERS = {"plans": plans, "internal": make_health(engine)}

app = FastAPI()
for name, router in ROUTERS.items():
    app.include_router(router, prefix=f"/api/{name}")
# file: database.py
import os

from sqlalchemy.ext.asyncio import create_async_engine

engine = create_async_engine(os.environ["DATABASE_URL"])
# file: plans.py
from fastapi import APIRouter

router = APIRouter()


@router.get("")
async def listed():
    return []
