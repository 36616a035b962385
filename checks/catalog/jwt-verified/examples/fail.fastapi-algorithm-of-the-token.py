import os

import jwt
from fastapi import FastAPI, Header

app = FastAPI()


@app.get("/api/plans")
async def plans(authorization: str = Header()):
    token = authorization[7:]
    algorithm = jwt.get_unverified_header(token)["alg"]
    claims = jwt.decode(token, os.environ["JWT_KEY"], algorithms=[algorithm])  # <- finding
    return {"owner": claims["sub"]}
