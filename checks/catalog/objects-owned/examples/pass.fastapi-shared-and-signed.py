# What is shared by its address, what machines call with a key, and what staff read ask in other ways.
from fastapi import Depends, FastAPI, Header, HTTPException
from sqlalchemy import select
from sqlalchemy.orm import Session

from auth import current_user, is_known_key
from models import Sleep, database

app = FastAPI()


@app.get("/sleep/{sleep_id}")
def one(sleep_id: int, db: Session = Depends(database), user=Depends(current_user)):
    night = db.scalar(select(Sleep).where(Sleep.id == sleep_id, Sleep.user_id == user.id))
    if night is None:
        raise HTTPException(404)
    return night


@app.get("/shared/sleep")
def shared(user_id: int, db: Session = Depends(database)):
    return db.scalars(select(Sleep).where(Sleep.user_id == user_id).limit(5)).all()


@app.get("/export/sleep")
def export(user_id: int, x_api_key: str = Header(), db: Session = Depends(database)):
    if not is_known_key(x_api_key):
        raise HTTPException(401)
    return db.scalars(select(Sleep).where(Sleep.user_id == user_id).limit(50)).all()


@app.get("/internal/sleep/rollup")
def rollup(user_id: int, db: Session = Depends(database)):
    return db.scalars(select(Sleep).where(Sleep.user_id == user_id).limit(50)).all()
