from fastapi import Depends, FastAPI
from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from models import Plan, session

app = FastAPI()


@app.get("/plans")
def plans(db: Session = Depends(session)):
    found = db.scalars(select(Plan).options(selectinload(Plan.weeks)).limit(50)).all()
    for plan in found:
        plan.weeks.sort(key=lambda week: week.number)
    return found
