from fastapi import Depends, FastAPI
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from models import Member, session

app = FastAPI()


@app.post("/members")
def member(team: str, user: str, db: Session = Depends(session)):
    try:
        db.add(Member(team=team, user=user))
        db.commit()
    except IntegrityError:
        db.rollback()
    return {}
