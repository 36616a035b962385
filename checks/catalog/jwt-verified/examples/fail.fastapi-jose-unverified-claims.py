from fastapi import FastAPI, Header
from jose import jwt

app = FastAPI()


@app.get("/api/plans")
async def plans(authorization: str = Header()):
    claims = jwt.get_unverified_claims(authorization[7:])  # <- finding
    return {"owner": claims["sub"]}
