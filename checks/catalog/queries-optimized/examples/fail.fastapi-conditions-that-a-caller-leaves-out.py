from typing import Annotated

from fastapi import Depends, FastAPI
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from .models import Plan, opened

app = FastAPI()


async def plans_by(db: AsyncSession, ids: list[int] | None = None, title: str | None = None, limit: int | None = None):
    query = select(Plan)
    if ids is not None:
        query = query.where(Plan.id.in_(ids))
    if title is not None:
        query = query.where(Plan.title == title)
        limit = 1
    if limit is not None:
        query = query.limit(limit)
    found = await db.execute(query)  # <- finding
    return found.scalars().all()


@app.get("/plans")
async def plans(db: Annotated[AsyncSession, Depends(opened)]):
    return await plans_by(db)


@app.get("/plans/{title}")
async def plan(title: str, db: Annotated[AsyncSession, Depends(opened)]):
    return (await plans_by(db, title=title))[0]
