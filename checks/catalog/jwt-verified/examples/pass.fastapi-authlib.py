import os

from authlib.jose import JsonWebToken
from fastapi import FastAPI, Header

tokens = JsonWebToken(["HS256"])
app = FastAPI()


@app.get("/api/plans")
async def plans(authorization: str = Header()):
    claims = tokens.decode(authorization[7:], os.environ["JWT_SECRET"], claims_options={"aud": {"essential": True, "value": "plans"}})
    claims.validate()
    return {"owner": claims["sub"]}
