import os

import jwt
from fastapi import FastAPI, Header, HTTPException

KEYS = {"2025-01": os.environ["JWT_KEY_2025_01"]}
app = FastAPI()


def claims_of(token: str) -> dict:
    kid = jwt.get_unverified_header(token).get("kid", "")
    issuer = jwt.decode(token, options={"verify_signature": False}).get("iss")
    if kid not in KEYS or issuer != "https://login.example.com":
        raise HTTPException(401)
    return jwt.decode(token, KEYS[kid], algorithms=["HS256"], issuer=issuer)


@app.get("/api/plans")
async def plans(authorization: str = Header()):
    return {"owner": claims_of(authorization[7:])["sub"]}
