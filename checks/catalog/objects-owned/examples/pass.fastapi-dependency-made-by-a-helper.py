from typing import Annotated

from fastapi import Depends, FastAPI, Header, HTTPException
from pydantic import BaseModel
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from .store import Plan, opened, people


class Account(BaseModel):
    id: int


class PlanIn(BaseModel):
    title: str
    account_id: int | None = None


async def signed_in(authorization: Annotated[str, Header()]) -> Account:
    account = people.get(authorization)
    if account is None:
        raise HTTPException(401)
    return account


def Asking():
    return Depends(signed_in)


app = FastAPI()


@app.delete("/plans/{plan_id}")
async def forget(plan_id: int, asking: Annotated[Account, Asking()], db: Annotated[AsyncSession, Depends(opened)]):
    await db.execute(delete(Plan).where(Plan.id == plan_id, Plan.account_id == asking.id))
    await db.commit()


@app.get("/plans")
async def mine(asking: Annotated[Account, Asking()], db: Annotated[AsyncSession, Depends(opened)]):
    return (await db.scalars(select(Plan).where(Plan.account_id == asking.id))).all()
