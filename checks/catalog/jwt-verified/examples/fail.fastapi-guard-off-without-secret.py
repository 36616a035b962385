import os

import jwt
from fastapi import Depends, FastAPI, Header, HTTPException

JWT_SECRET = os.getenv("JWT_SECRET")
app = FastAPI()


def signed_in(authorization: str = Header(default="")) -> None:
    if not JWT_SECRET:  # <- finding
        return
    try:
        jwt.decode(authorization[7:], JWT_SECRET, algorithms=["HS256"])
    except jwt.PyJWTError:
        raise HTTPException(401)


@app.get("/api/plans", dependencies=[Depends(signed_in)])
async def plans():
    return {"plans": []}
