from fastapi import Depends, FastAPI

from auth import current_user

app = FastAPI()
diaries = {}


@app.get("/diary/{user_id}")  # <- finding
def diary(user_id: str, user=Depends(current_user)):
    return diaries[user_id]
