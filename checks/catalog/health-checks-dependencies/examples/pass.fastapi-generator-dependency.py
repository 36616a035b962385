from typing import Annotated, AsyncGenerator

from fastapi import APIRouter, Depends, FastAPI
from sqlmodel import text
from sqlmodel.ext.asyncio.session import AsyncSession

router = APIRouter(prefix="/internal")


async def get_session() -> AsyncGenerator[AsyncSession, None]:
    async with AsyncSession() as made:
        yield made


@router.get("/health")
async def health(db: Annotated[AsyncSession, Depends(get_session)]):
    await db.execute(text("SELECT 1"))
    return {"status": "ok"}


app = FastAPI()
app.include_router(router, prefix="/api")
