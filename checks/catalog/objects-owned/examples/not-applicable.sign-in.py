from fastapi import Depends, FastAPI

from auth import current_user, make_session
from users import find

app = FastAPI()


@app.post("/login")
def login(user_id: str, password: str):
    return make_session(find(user_id), password)


@app.get("/me")
def me(user=Depends(current_user)):
    return user
