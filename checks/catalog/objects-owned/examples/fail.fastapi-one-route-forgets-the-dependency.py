import os
from typing import Annotated

import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordBearer
from sqlmodel import Field, Session, SQLModel, create_engine

app = FastAPI()
engine = create_engine(os.environ["DATABASE_URL"])
bearer = OAuth2PasswordBearer(tokenUrl="/token")


class Plan(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    owner_id: str


def opened():
    with Session(engine) as session:
        yield session


def signed_in_user(token: Annotated[str, Depends(bearer)]) -> str:
    return jwt.decode(token, os.environ["JWT_SECRET"], algorithms=["HS256"])["sub"]


Asking = Annotated[str, Depends(signed_in_user)]
Database = Annotated[Session, Depends(opened)]


def plan_of(plan_id: int, by: Asking, database: Database) -> Plan:
    plan = database.get(Plan, plan_id)
    if plan is None or plan.owner_id != by:
        raise HTTPException(404)
    return plan


@app.get("/plans/{plan_id}")
def read(plan: Annotated[Plan, Depends(plan_of)]):
    return plan


@app.post("/plans/{plan_id}/finish")  # <- finding
def finish(plan_id: int, by: Asking, database: Database):
    plan = database.get(Plan, plan_id)
    plan.done = True
    database.add(plan)
    database.commit()
    return plan
