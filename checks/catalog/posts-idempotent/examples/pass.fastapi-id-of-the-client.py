# The client draws the id of its order: there is one row for it, and the conflict is answered.
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


class Order(Base):
    __tablename__ = "orders"
    id = Column(String, primary_key=True)
    item = Column(String)


def session():
    with make_session() as opened:
        yield opened


@app.post("/orders")
def order(order_id: str, item: str, db: Session = Depends(session)):
    db.add(Order(id=order_id, item=item))
    try:
        db.commit()
    except IntegrityError:
        raise HTTPException(409, "there is an order with this id")
    return {"id": order_id}
