import os
import time

import jwt
from fastapi import FastAPI, Header, HTTPException

app = FastAPI()


def verified(token: str) -> dict:
    claims = jwt.decode(token, os.environ["JWT_SECRET"], algorithms=["HS256"], options={"verify_aud": True, "require": ["exp"]}, audience="plans")
    if claims["exp"] < time.time():
        raise HTTPException(401)
    return claims


@app.get("/api/plans")
async def plans(authorization: str = Header()):
    return {"owner": verified(authorization[7:])["sub"]}
