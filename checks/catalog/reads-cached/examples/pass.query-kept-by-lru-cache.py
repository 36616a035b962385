from functools import lru_cache

from fastapi import FastAPI
from sqlalchemy import select

from database import Goal, opened

app = FastAPI()


@lru_cache
def goals():
    with opened() as session:
        return session.execute(select(Goal.id, Goal.title).limit(50)).all()


@app.get("/goals")
def all_goals():
    return goals()


@app.post("/goals")
def add(title: str):
    with opened() as session:
        session.add(Goal(title=title))
        session.commit()
    goals.cache_clear()
