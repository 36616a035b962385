from typing import Annotated

from fastapi import Depends, FastAPI
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from .models import Plan, opened

app = FastAPI()


async def plans_by(db: AsyncSession, owner: int | None = None, title: str | None = None, limit: int | None = None):
    query = select(Plan)
    if owner is not None:
        query = query.where(Plan.owner_id == owner)
    if title is not None:
        query = query.where(Plan.title == title)
    if limit is not None:
        query = query.limit(limit)
    found = await db.execute(query)
    return found.scalars().all()


@app.get("/plans")
async def plans(db: Annotated[AsyncSession, Depends(opened)]):
    return await plans_by(db, limit=50)


@app.get("/plans/{title}")
async def plan(title: str, db: Annotated[AsyncSession, Depends(opened)]):
    return (await plans_by(db, title=title))[0]
