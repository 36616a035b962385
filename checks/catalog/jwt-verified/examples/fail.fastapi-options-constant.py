# file: core/constants.py
RELAXED = {"verify_signature": False, "verify_aud": False}
# file: core/auth.py
import jwt
from fastapi import Header

from core.constants import RELAXED as JWT_OPTIONS


def current_user(authorization: str = Header()) -> str:
    token = authorization.removeprefix("Bearer ")
    return jwt.decode(token, options=JWT_OPTIONS)["sub"]  # <- finding
# file: main.py
from fastapi import Depends, FastAPI

from core.auth import current_user

app = FastAPI()


@app.get("/api/plans")
async def plans(user_id: str = Depends(current_user)):
    return {"owner": user_id}
