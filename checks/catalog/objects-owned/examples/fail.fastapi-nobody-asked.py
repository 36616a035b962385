from fastapi import Depends, FastAPI, HTTPException
from sqlalchemy import select
from sqlalchemy.orm import Session

from auth import current_user
from models import Reading, Sleep, database

app = FastAPI()


@app.get("/sleep/{sleep_id}")
def one(sleep_id: int, db: Session = Depends(database), user=Depends(current_user)):
    night = db.scalar(select(Sleep).where(Sleep.id == sleep_id, Sleep.user_id == user.id))
    if night is None:
        raise HTTPException(404)
    return night


@app.get("/sleep/{sleep_id}/readings")  # <- finding
def readings(sleep_id: int, user_id: int, db: Session = Depends(database)):
    return db.scalars(select(Reading).where(Reading.user_id == user_id).limit(50)).all()


@app.get("/users/{user_id}/posts")
def posts(user_id: int, db: Session = Depends(database)):
    return db.scalars(select(Reading).where(Reading.user_id == user_id).limit(50)).all()
