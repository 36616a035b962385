# What is there is deleted before the new one is made: a repeat leaves as many as before.
from fastapi import Depends, FastAPI
from sqlalchemy import Column, Integer, String, create_engine, delete
from sqlalchemy.orm import Session, declarative_base, sessionmaker

Base = declarative_base()
make_session = sessionmaker(bind=create_engine("postgresql://db/plans"))
app = FastAPI()


class Goal(Base):
    __tablename__ = "goals"
    id = Column(Integer, primary_key=True)
    user = Column(Integer)
    title = Column(String)


def session():
    with make_session() as opened:
        yield opened


@app.post("/goals")
def set_goal(user: int, title: str, db: Session = Depends(session)):
    db.query(Goal).filter(Goal.user == user).delete()
    db.add(Goal(user=user, title=title))
    db.commit()
    return {"title": title}


@app.post("/goals/all")
def set_goals(user: int, titles: list[str], db: Session = Depends(session)):
    for old in db.query(Goal).filter(Goal.user == user).all():
        db.delete(old)
    db.add_all([Goal(user=user, title=each) for each in titles])
    db.commit()
    return {"titles": titles}


@app.post("/goals/next")
def set_next_goal(user: int, title: str, db: Session = Depends(session)):
    db.execute(delete(Goal).where(Goal.user == user))
    db.add(Goal(user=user, title=title))
    db.commit()
    return {"title": title}


@app.post("/goals/current")
def set_current_goal(user: int, title: str, db: Session = Depends(session)):
    current_goal = newest(db, user)
    if current_goal is not None:
        db.delete(current_goal)
    db.add(Goal(user=user, title=title))
    db.commit()
    return {"title": title}


def newest(db, user):
    rows = db.query(Goal).filter(Goal.user == user).all()
    return rows[-1] if rows else None
