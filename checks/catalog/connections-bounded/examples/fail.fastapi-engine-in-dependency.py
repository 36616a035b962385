import os

from fastapi import Depends, FastAPI
from sqlalchemy import create_engine
from sqlalchemy.orm import Session


def session():
    engine = create_engine(os.environ["DATABASE_URL"])  # <- finding
    with Session(engine) as each:
        yield each


app = FastAPI()


@app.get("/api/plans")
def plans(db: Session = Depends(session)):
    return db.execute("select id from plans").all()
