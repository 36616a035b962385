# file: main.py
from fastapi import FastAPI

from plans import plans

app = FastAPI()


@app.get("/v1/plans/{plan_id}")  # <- finding
async def one(plan_id: int):
    return await plans.get(plan_id)

# file: store.py
from typing import Generic, Type, TypeVar

from tortoise.models import Model

ModelType = TypeVar("ModelType", bound=Model)


class Store(Generic[ModelType]):
    def __init__(self, model: Type[ModelType]):
        self.model = model

    async def get(self, id: int) -> ModelType:
        return await self.model.get(id=id)

# file: plans.py
from tortoise import fields
from tortoise.models import Model

from store import Store


class Plan(Model):
    title = fields.CharField(max_length=80)


class PlanStore(Store[Plan]):
    def __init__(self):
        super().__init__(model=Plan)


plans = PlanStore()
