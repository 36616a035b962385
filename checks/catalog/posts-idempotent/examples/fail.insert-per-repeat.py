from fastapi import Depends, FastAPI
from sqlalchemy.orm import Session

from models import Order, session

app = FastAPI()


@app.post("/orders")  # <- finding
def order(items: list[str], db: Session = Depends(session)):
    # idempotency_key: str = Header()
    db.add(Order(items=items))
    db.commit()
