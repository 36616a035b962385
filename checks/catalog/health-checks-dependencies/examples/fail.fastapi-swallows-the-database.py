import logging

from fastapi import Depends, FastAPI
from sqlalchemy import text
from sqlalchemy.orm import Session

from database import get_session

app = FastAPI()


@app.get("/readyz")  # <- finding
def readyz(session: Session = Depends(get_session)):
    database = "up"
    try:
        session.execute(text("SELECT 1"))
    except Exception:
        logging.exception("database")
        database = "down"
    return {"status": "ok", "database": database}
# file: database.py
from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

make = sessionmaker(create_engine("postgresql://db/plans"))


def get_session():
    with make() as session:
        yield session
