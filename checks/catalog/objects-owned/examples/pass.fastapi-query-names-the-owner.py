from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException
from sqlalchemy.orm import Session

from auth import User, get_current_user
from models import Plan, get_db

app = FastAPI()
CurrentUser = Annotated[User, Depends(get_current_user)]


@app.get("/plans/{plan_id}")
def read(plan_id: int, user: CurrentUser, db: Session = Depends(get_db)):
    plan = db.query(Plan).filter(Plan.id == plan_id).filter(Plan.user_id == user.id).first()
    if plan is None:
        raise HTTPException(404)
    return plan
