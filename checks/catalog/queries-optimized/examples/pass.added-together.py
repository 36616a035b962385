from fastapi import Depends, FastAPI
from sqlalchemy.orm import Session

from models import Week, session

app = FastAPI()


@app.post("/weeks")
def weeks(titles: list[str], db: Session = Depends(session)):
    for title in titles:
        db.add(Week(title=title))
    db.commit()
