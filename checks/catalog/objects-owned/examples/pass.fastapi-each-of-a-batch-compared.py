from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import HTTPBearer
from pydantic import BaseModel

app = FastAPI()


class User:
    name = ""


class Batch(BaseModel):
    plans: list[str]
    title: str


def current_user(credentials=Depends(HTTPBearer())) -> User:
    return store.user_of(credentials.credentials)


class Store:
    async def find_by_id(self, plan_id):
        return await self.plans.find_one({"_id": plan_id})

    async def update(self, plan):
        await self.plans.replace_one({"_id": plan.id}, plan.dict())


store = Store()


def may_edit(user, plan):
    return user.name == plan.owner


@app.put("/batch/plans")
async def rename(batch: Batch, user: User = Depends(current_user)):
    for plan_id in batch.plans:
        plan = await store.find_by_id(plan_id)
        if not plan:
            raise HTTPException(404)
        if not may_edit(user, plan):
            continue
        plan.title = batch.title
        await store.update(plan)
