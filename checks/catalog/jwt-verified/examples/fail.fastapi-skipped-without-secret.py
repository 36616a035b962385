import os

import jwt
from fastapi import FastAPI, Header

JWT_SECRET = os.getenv("SUPABASE_JWT_SECRET")
app = FastAPI()


def claims_of(token: str) -> dict:
    if JWT_SECRET:
        return jwt.decode(token, JWT_SECRET, algorithms=["HS256"], audience="authenticated")
    return jwt.decode(token, options={"verify_signature": False})  # <- finding


@app.get("/api/plans")
async def plans(authorization: str = Header()):
    return {"owner": claims_of(authorization[7:])["sub"]}
