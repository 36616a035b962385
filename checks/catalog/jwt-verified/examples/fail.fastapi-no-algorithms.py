import os

from fastapi import FastAPI, Header
from jose import jwt

app = FastAPI()


@app.get("/api/plans")
async def plans(authorization: str = Header()):
    return {"owner": jwt.decode(authorization[7:], os.environ["JWT_SECRET"])["sub"]}  # <- finding
