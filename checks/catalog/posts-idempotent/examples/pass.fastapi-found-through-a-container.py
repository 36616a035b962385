# file: main.py
from fastapi import FastAPI

from container import Container
from routes import router

app = FastAPI()
router.container = Container()
app.include_router(router)

# file: container.py
from dependency_injector.containers import DeclarativeContainer, WiringConfiguration
from dependency_injector.providers import Factory, Singleton

from service import PlanService
from stores.sqlalchemy.plans import AlchemyPlans


class Container(DeclarativeContainer):
    wiring_config = WiringConfiguration(modules=["routes"])
    plans = Singleton(AlchemyPlans)
    plan_service = Factory(PlanService, plans=plans)

# file: routes.py
from dependency_injector.wiring import Provide, inject
from fastapi import APIRouter, Depends

from container import Container
from ports import Plans

router = APIRouter()


@router.post("/v1/plans")
@inject
async def make_plan(title: str, service: Plans = Depends(Provide[Container.plan_service])):
    return await service.make(title)

# file: ports.py
from abc import ABC, abstractmethod


class Plans(ABC):
    @abstractmethod
    async def by_title(self, title: str):
        """The plan of this title."""

    @abstractmethod
    async def save(self, plan):
        """Keeps a plan."""

# file: service.py
from abc import ABC, abstractmethod

from models import Plan
from ports import Plans


class PlanService:
    def __init__(self, *, plans: Plans):
        self.plans = plans

    async def make(self, title: str):
        plan = await self.plans.by_title(title)
        if plan:
            return plan
        await self.plans.save(Plan(title=title))

# file: models.py
from sqlalchemy import String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Plan(Base):
    __tablename__ = "plans"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(80))

# file: stores/__init__.py
# file: stores/sqlalchemy/__init__.py
# file: stores/sqlalchemy/plans.py
from contextlib import asynccontextmanager
from typing import AsyncGenerator

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

from models import Plan
from ports import Plans

make_session = async_sessionmaker(create_async_engine("postgresql+asyncpg://db/plans"))


@asynccontextmanager
async def sessions() -> AsyncGenerator[AsyncSession, None]:
    async with make_session() as session:
        yield session


class AlchemyPlans(Plans):
    async def by_title(self, title: str):
        async with sessions() as work:
            rows = await work.execute(select(Plan).where(Plan.title == title))
            return rows.scalars().first()

    async def save(self, plan):
        async with sessions() as work:
            work.add(plan)
            await work.commit()
