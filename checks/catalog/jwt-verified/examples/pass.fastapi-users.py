import os

from fastapi import Depends, FastAPI
from fastapi_users import FastAPIUsers
from fastapi_users.authentication import AuthenticationBackend, BearerTransport, JWTStrategy

from users import get_user_manager


def strategy() -> JWTStrategy:
    return JWTStrategy(secret=os.environ["JWT_SECRET"], lifetime_seconds=3600)


backend = AuthenticationBackend(name="jwt", transport=BearerTransport(tokenUrl="login"), get_strategy=strategy)
users = FastAPIUsers(get_user_manager, [backend])
current_user = users.current_user(active=True)
app = FastAPI()


@app.get("/api/plans")
async def plans(user=Depends(current_user)):
    return {"owner": user.id}
# file: users.py
async def get_user_manager():
    yield None
