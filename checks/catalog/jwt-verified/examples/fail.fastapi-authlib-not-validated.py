import os

from authlib.jose import jwt
from fastapi import FastAPI, Header

app = FastAPI()


@app.get("/api/plans")
async def plans(authorization: str = Header()):
    claims = jwt.decode(authorization[7:], os.environ["JWT_SECRET"])  # <- finding
    return {"owner": claims["sub"]}
