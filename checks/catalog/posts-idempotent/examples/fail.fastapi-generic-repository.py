from typing import Generic, TypeVar

from fastapi import FastAPI
from pydantic import BaseModel
from sqlmodel import Field, Session, SQLModel, create_engine

app = FastAPI()
engine = create_engine("postgresql+psycopg://db/plans")
Row = TypeVar("Row", bound=SQLModel)


class PlanIn(BaseModel):
    title: str


class Plan(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    title: str


class Repository(Generic[Row]):
    def __init__(self, model: type[Row]):
        self.model = model

    def create(self, session: Session, given: BaseModel) -> Row:
        row = self.model(**given.model_dump())
        session.add(row)
        session.commit()
        return row


class Plans(Repository[Plan]):
    def create(self, session: Session, given: PlanIn) -> Plan:
        return super().create(session, given)


plans = Plans(Plan)


@app.post("/api/v1/plans")  # <- finding
def create_plan(given: PlanIn):
    with Session(engine) as session:
        return plans.create(session, given)
