from fastapi import Depends, FastAPI, HTTPException
from sqlalchemy import select
from sqlalchemy.orm import Session

from auth import current_user
from models import Plan, session

app = FastAPI()


@app.get("/plans/{plan_id}")
def read(plan_id: int, db: Session = Depends(session), user=Depends(current_user)):
    plan = db.scalar(select(Plan).where(Plan.id == plan_id, Plan.user_id == user.id))
    if plan is None:
        raise HTTPException(404)
    return plan


@app.get("/plans/{plan_id}/export")  # <- finding
def export(plan_id: int, db: Session = Depends(session), user=Depends(current_user)):
    return db.scalar(select(Plan).where(Plan.id == plan_id))
