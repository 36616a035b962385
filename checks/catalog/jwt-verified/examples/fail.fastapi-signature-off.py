import jwt
from fastapi import FastAPI, Header, HTTPException

app = FastAPI()


def user_id_of(authorization: str) -> str:
    claims = jwt.decode(authorization[7:], options={"verify_signature": False})  # <- finding
    if "sub" not in claims:
        raise HTTPException(401)
    return claims["sub"]


@app.get("/api/plans")
async def plans(authorization: str = Header()):
    return {"owner": user_id_of(authorization)}
