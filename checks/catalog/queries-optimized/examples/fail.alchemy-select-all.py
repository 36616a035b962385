from fastapi import Depends, FastAPI
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import Session

from models import Gym, Order, Plan, Visit, session

app = FastAPI()


@app.get("/orders")
async def orders(db: AsyncSession = Depends(session)):
    return (await db.execute(select(Order).order_by(Order.placed_at))).scalars().all()  # <- finding


@app.get("/plans")
async def plans(db: AsyncSession = Depends(session)):
    result = await db.execute(select(Plan))  # <- finding
    return [plan.title for plan in result.scalars().all()]


@app.get("/gyms")
async def gyms(db: AsyncSession = Depends(session)):
    statement = select(Gym.id, Gym.name)
    return (await db.execute(statement)).all()  # <- finding


@app.get("/visits")
def visits(db: Session = Depends(session)):
    return db.exec(select(Visit)).all()  # <- finding
