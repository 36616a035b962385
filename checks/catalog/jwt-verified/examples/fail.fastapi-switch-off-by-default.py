import os

import jwt
from fastapi import FastAPI, Header

VERIFY = os.getenv("VERIFY_JWT", "false").lower() == "true"
app = FastAPI()


@app.get("/api/plans")
async def plans(authorization: str = Header()):
    claims = jwt.decode(authorization[7:], os.getenv("JWT_SECRET"), algorithms=["HS256"], options={"verify_signature": VERIFY})  # <- finding
    return {"owner": claims["sub"]}
