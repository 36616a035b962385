from fastapi import Depends, FastAPI
from sqlalchemy.orm import Session

from auth import get_current_user
from models import Workout, get_db

app = FastAPI()


@app.get("/athletes/{athlete_id}/workouts")  # <- finding
def workouts(athlete_id: int, db: Session = Depends(get_db), user=Depends(get_current_user)):
    return db.query(Workout).filter(Workout.athlete_id == athlete_id).all()
