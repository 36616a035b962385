# A workout that somebody logs, and an activity: each repeat is one more of them.
from fastapi import Depends, FastAPI
from sqlalchemy import Column, Integer, String, create_engine
from sqlalchemy.orm import Session, declarative_base, sessionmaker

Base = declarative_base()
make_session = sessionmaker(bind=create_engine("postgresql://db/plans"))
app = FastAPI()


class WorkoutLog(Base):
    __tablename__ = "workout_logs"
    id = Column(Integer, primary_key=True)
    title = Column(String)


class Activity(Base):
    __tablename__ = "activities"
    id = Column(Integer, primary_key=True)
    title = Column(String)


def session():
    with make_session() as opened:
        yield opened


@app.post("/workouts")  # <- finding
def log_workout(title: str, db: Session = Depends(session)):
    db.add(WorkoutLog(title=title))
    db.commit()
    return {"title": title}


@app.post("/activities")  # <- finding
def add_activity(title: str, db: Session = Depends(session)):
    db.add(Activity(title=title))
    db.commit()
    return {"title": title}
