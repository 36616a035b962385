import os

import jwt
from fastapi import FastAPI, Header, HTTPException

app = FastAPI()


@app.get("/api/plans")
async def plans(authorization: str = Header()):
    token = authorization[7:]
    role = jwt.decode(token, options={"verify_signature": False}).get("role")  # <- finding
    if role == "admin":
        return {"plans": ["all"]}
    claims = jwt.decode(token, os.environ["JWT_SECRET"], algorithms=["HS256"])
    if not claims:
        raise HTTPException(401)
    return {"owner": claims["sub"]}
