from fastapi import Depends, FastAPI
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models import Gym, Order, Plan, days_between, session

app = FastAPI()


@app.get("/orders")
async def orders(page: int = 0, db: AsyncSession = Depends(session)):
    return (await db.execute(select(Order).order_by(Order.id).offset(page * 50).limit(50))).scalars().all()


@app.get("/plans")
async def plans(owner: str | None = None, db: AsyncSession = Depends(session)):
    statement = select(Plan)
    statement = statement.where(Plan.owner == owner) if owner else statement.limit(20)
    return (await db.execute(statement)).scalars().all()


@app.get("/plans/first")
async def first_plan(db: AsyncSession = Depends(session)):
    result = await db.execute(select(Plan).order_by(Plan.created_at.desc()))
    return result.scalars().first()


@app.get("/gyms/count")
async def count(db: AsyncSession = Depends(session)):
    return (await db.execute(select(func.count()).select_from(Gym))).all()


@app.get("/days")
async def days(start: str, end: str, db: AsyncSession = Depends(session)):
    series = days_between(start, end).cte()
    result = await db.execute(select(series.c.day))
    return result.scalars().all()
