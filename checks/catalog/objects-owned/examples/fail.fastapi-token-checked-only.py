from fastapi import FastAPI, HTTPException

from auth import verify_token
from database import lessons_of

app = FastAPI()


def require_user(token: str) -> str:
    user_id = verify_token(token)
    if not user_id:
        raise HTTPException(status_code=401)
    return user_id


@app.get("/playbook/{user_id}")  # <- finding
def playbook(user_id: str, jwt_token: str = ""):
    require_user(jwt_token)
    return {"lessons": lessons_of(user_id)}
