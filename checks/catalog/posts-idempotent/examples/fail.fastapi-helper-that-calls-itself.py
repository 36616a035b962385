from fastapi import Depends, FastAPI
from sqlalchemy import Column, Integer, String, create_engine
from sqlalchemy.orm import Session, declarative_base, sessionmaker

Base = declarative_base()
SessionLocal = sessionmaker(bind=create_engine("postgresql://localhost/plans"))
app = FastAPI()


class Exercise(Base):
    __tablename__ = "exercises"
    id = Column(Integer, primary_key=True)
    name = Column(String)


def get_db():
    db = SessionLocal()
    try:
        yield db
    finally:
        db.close()


def root_of(db, exercise_id):
    root = root_of(db, exercise_id - 1)
    return root


@app.post("/exercises/{exercise_id}/touch")
def touch(exercise_id: int, db: Session = Depends(get_db)):
    row = root_of(db, exercise_id)
    db.merge(row)
    db.commit()
    return {}


@app.post("/exercises")  # <- finding
def create_exercise(name: str, db: Session = Depends(get_db)):
    exercise = Exercise(name=name)
    db.add(exercise)
    db.add(root_of(db, 1))
    db.commit()
    return {"id": exercise.id}
