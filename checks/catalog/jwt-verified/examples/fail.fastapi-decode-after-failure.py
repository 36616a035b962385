import os

import jwt
from fastapi import FastAPI, Header

app = FastAPI()


def claims_of(token: str) -> dict:
    try:
        return jwt.decode(token, os.environ["JWT_SECRET"], algorithms=["HS256"])
    except jwt.PyJWTError:
        return jwt.decode(token, options={"verify_signature": False})  # <- finding


@app.get("/api/plans")
async def plans(authorization: str = Header()):
    return {"owner": claims_of(authorization[7:])["sub"]}
