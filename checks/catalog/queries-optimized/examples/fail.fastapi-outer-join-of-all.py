from fastapi import Depends, FastAPI
from sqlalchemy import func
from sqlalchemy.orm import Session

from models import Berth, Harbour, make_session

app = FastAPI()


@app.get("/api/harbours")
def harbours(session: Session = Depends(make_session)):
    berths = session.query(func.count(Berth.id).label("many"), Berth.harbour_id).group_by(Berth.harbour_id).subquery()
    return (
        session.query(Harbour.id, Harbour.name, berths.c.many)  # <- finding
        .outerjoin(berths, berths.c.harbour_id == Harbour.id)
        .group_by(Harbour.id, Harbour.name, berths.c.many)
        .all()
    )


@app.get("/api/kinds")
def kinds(session: Session = Depends(make_session)):
    return session.query(Harbour.kind, func.count(Berth.id)).outerjoin(Berth).group_by(Harbour.kind).all()
