# What is deleted before stands in a cache, or is a row of another table: each repeat makes one more plan.
import redis
from fastapi import Depends, FastAPI
from sqlalchemy import Column, ForeignKey, Integer, String, create_engine
from sqlalchemy.orm import Session, declarative_base, sessionmaker

Base = declarative_base()
make_session = sessionmaker(bind=create_engine("postgresql://db/plans"))
cache = redis.Redis()
app = FastAPI()


class Plan(Base):
    __tablename__ = "plans"
    id = Column(Integer, primary_key=True)
    title = Column(String)


class Draft(Base):
    __tablename__ = "drafts"
    id = Column(Integer, primary_key=True)
    plan_id = Column(ForeignKey("plans.id"))


def session():
    with make_session() as opened:
        yield opened


@app.post("/plans")  # <- finding
def make_plan(title: str, db: Session = Depends(session)):
    cache.delete("plans")
    plan = Plan(title=title)
    db.add(plan)
    db.commit()
    return {"id": plan.id}


@app.post("/plans/published")  # <- finding
def publish_plan(title: str, draft_id: int, db: Session = Depends(session)):
    db.query(Draft).filter(Draft.id == draft_id).delete()
    db.add(Plan(title=title))
    db.commit()
    return {"title": title}
