from fastapi import Depends, FastAPI, HTTPException

from auth import current_user
from plans import load

app = FastAPI()


def own_plan(plan_id: int, user=Depends(current_user)):
    plan = load(plan_id)
    if plan.user_id != user.id:
        raise HTTPException(status_code=404)
    return plan


@app.get("/plans/{plan_id}")
def read(plan=Depends(own_plan)):
    return plan
