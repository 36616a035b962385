# All that is written is that somebody asked: one line for each request is what these tables are for.
from fastapi import Depends, FastAPI
from sqlalchemy import Column, Integer, String, create_engine
from sqlalchemy.orm import Session, declarative_base, sessionmaker

Base = declarative_base()
make_session = sessionmaker(bind=create_engine("postgresql://db/plans"))
app = FastAPI()


class APIRequestLog(Base):
    __tablename__ = "api_request_logs"
    id = Column(Integer, primary_key=True)
    path = Column(String)


class AuditEntry(Base):
    __tablename__ = "audit_entries"
    id = Column(Integer, primary_key=True)
    did = Column(String)


def session():
    with make_session() as opened:
        yield opened


@app.post("/reports/build")
def build(name: str, db: Session = Depends(session)):
    db.add(APIRequestLog(path=name))
    db.add(AuditEntry(did="build"))
    db.commit()
    return {"name": name}
