# file: main.py
from fastapi import FastAPI

from container import resolve
from messages import Bus, MakePlan

app = FastAPI()


@app.post("/plans", status_code=201)  # <- finding
async def make(title: str):
    return {"id": await resolve(Bus).execute(MakePlan(title))}
# file: messages.py
from dataclasses import dataclass


@dataclass
class MakePlan:
    title: str


class Bus:
    async def execute(self, message):
        raise NotImplementedError


class TableBus(Bus):
    def __init__(self, table):
        self.table = table

    async def execute(self, message):
        return await self.table[type(message)](message)
# file: stores.py
class PlanStore:
    async def insert(self, title):
        raise NotImplementedError


class SqlPlanStore(PlanStore):
    def __init__(self, sessions):
        self.sessions = sessions

    async def insert(self, title):
        from models import Plan

        async with self.sessions() as session:
            plan = Plan(title=title)
            session.add(plan)
            await session.commit()
            return plan.id
# file: models.py
from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Plan(Base):
    __tablename__ = "plans"
    id = Column(Integer, primary_key=True)
    title = Column(String)
# file: handlers.py
from container import resolve
from stores import PlanStore


async def make_plan(message):
    return await resolve(PlanStore).insert(message.title)
# file: container.py
from typing import Type, TypeVar

import punq
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine

T = TypeVar("T")


class Container:
    def __init__(self):
        self.inner = punq.Container()

    def resolve(self, type_: Type[T]) -> T:
        return self.inner.resolve(type_)


container = Container()
resolve = container.resolve


def configure():
    from handlers import make_plan
    from messages import Bus, MakePlan, TableBus
    from stores import PlanStore, SqlPlanStore

    sessions = async_sessionmaker(create_async_engine("postgresql+asyncpg://db/plans"))
    container.inner.register(PlanStore, instance=SqlPlanStore(sessions))
    container.inner.register(Bus, instance=TableBus({MakePlan: make_plan}))
