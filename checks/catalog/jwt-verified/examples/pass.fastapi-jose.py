import os

from fastapi import FastAPI, Header, HTTPException
from jose import JWTError, jwt

SECRET = os.environ["JWT_SECRET"]
app = FastAPI()


@app.get("/api/plans")
async def plans(authorization: str = Header()):
    try:
        claims = jwt.decode(authorization[7:], SECRET, algorithms=["HS256"], audience="authenticated")
    except JWTError:
        raise HTTPException(401)
    return {"owner": claims["sub"]}
