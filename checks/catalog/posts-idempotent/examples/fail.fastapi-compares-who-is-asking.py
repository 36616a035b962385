from fastapi import Depends, FastAPI, HTTPException
from fastcrud import FastCRUD
from pydantic import BaseModel
from sqlalchemy.ext.asyncio import AsyncSession

from database import current_user, session
from models import Plan, User

app = FastAPI()
plans = FastCRUD[Plan, Plan, Plan, Plan, Plan, Plan](Plan)
users = FastCRUD(User)


class PlanIn(BaseModel):
    title: str


@app.post("/api/v1/users/{name}/plans")  # <- finding
async def create_plan(name: str, given: PlanIn, me: dict = Depends(current_user), db: AsyncSession = Depends(session)):
    user = await users.get(db=db, name=name)
    if user is None:
        raise HTTPException(404, "no such user")
    if me["id"] != user["id"]:
        raise HTTPException(403, "not yours")
    return await plans.create(db=db, object=given)
# file: database.py
def current_user():
    return {"id": 1}


def session():
    return None
# file: models.py
class Plan:
    pass


class User:
    pass
