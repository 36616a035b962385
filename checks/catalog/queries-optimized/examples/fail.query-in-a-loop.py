from fastapi import Depends, FastAPI
from sqlalchemy.orm import Session

from models import Plan, Week, session

app = FastAPI()


@app.get("/plans")
def plans(db: Session = Depends(session)):
    found = db.query(Plan).limit(50).all()
    for plan in found:
        plan.weeks = db.query(Week).filter(Week.plan_id == plan.id).all()  # <- finding
    return found
