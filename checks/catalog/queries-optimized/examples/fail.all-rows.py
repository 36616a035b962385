from fastapi import Depends, FastAPI
from sqlalchemy.orm import Session

from models import Order, session

app = FastAPI()


@app.get("/orders")
def orders(db: Session = Depends(session)):
    return db.query(Order).all()  # <- finding
