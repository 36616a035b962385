from fastapi import Depends, FastAPI, HTTPException

from auth import current_user
from database import lessons_of

app = FastAPI()


@app.get("/playbook/{user_id}")
def playbook(user_id: str, user=Depends(current_user)):
    if user_id != user.id:
        raise HTTPException(status_code=404)
    return {"lessons": lessons_of(user_id)}
