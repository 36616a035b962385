# The key of a line is the order with a number drawn for the line: naming the order alone, a repeat makes one more.
from uuid import uuid4

from fastapi import Depends, FastAPI, HTTPException
from sqlalchemy import Column, Integer, String, create_engine
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, declarative_base, sessionmaker

Base = declarative_base()
make_session = sessionmaker(bind=create_engine("postgresql://db/shop"))
app = FastAPI()


class Customer(Base):
    __tablename__ = "customers"
    id = Column(Integer, primary_key=True)
    email = Column(String, unique=True)


class Line(Base):
    __tablename__ = "lines"
    order = Column(String, primary_key=True)
    number = Column(String, primary_key=True)
    item = Column(String)


def session():
    with make_session() as opened:
        yield opened


@app.post("/orders/{order}/lines")  # <- finding
def add_line(order: str, item: str, db: Session = Depends(session)):
    db.add(Line(order=order, number=str(uuid4()), item=item))
    try:
        db.commit()
    except IntegrityError:
        raise HTTPException(409, "the line could not be made")
    return {"order": order}
