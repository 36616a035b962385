from functools import lru_cache

from fastapi import Depends, FastAPI
from sqlalchemy import select
from sqlalchemy.orm import Session

from database import Meal, opened

app = FastAPI()


@lru_cache
def settings():
    return {"page": 50}


@app.get("/meals")  # <- finding
def meals(session: Session = Depends(opened)):
    return session.execute(select(Meal.id, Meal.title).limit(settings()["page"])).all()
