from fastapi import Depends, FastAPI

from auth import current_user
from models import Exercise

app = FastAPI()


@app.get("/exercises/{exercise_id}")
def exercise(exercise_id: int, user=Depends(current_user)):
    return Exercise.objects.get(pk=exercise_id)
