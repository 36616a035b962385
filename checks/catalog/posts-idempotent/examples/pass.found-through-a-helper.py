from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException
from sqlmodel import Field, Session, SQLModel, create_engine, select

app = FastAPI()
engine = create_engine("postgresql://db/app")


class Coach(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    email: str


def session():
    with Session(engine) as opened:
        yield opened


def coach_by_email(*, session: Session, email: str) -> Coach | None:
    statement = select(Coach).where(Coach.email == email)
    return session.exec(statement).first()


@app.post("/coaches")
def hire(email: str, session: Annotated[Session, Depends(session)]):
    coach = coach_by_email(session=session, email=email)
    if coach:
        raise HTTPException(409, "there is such a coach")
    coach = Coach(email=email)
    session.add(coach)
    session.commit()
    return coach
