from fastapi import Depends, FastAPI

from auth import current_user
from history import create_entry
from plans import load

app = FastAPI()


@app.get("/plans/{plan_id}")
def read(plan_id: int, user=Depends(current_user)):
    create_entry(user.id, plan_id)
    return load(plan_id)
