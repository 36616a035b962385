import jwt
from fastapi import FastAPI, Header

SECRET_KEY = "training-plans-signing-2024"  # <- finding
app = FastAPI()


@app.get("/api/plans")
async def plans(authorization: str = Header()):
    claims = jwt.decode(authorization[7:], SECRET_KEY, algorithms=["HS256"])
    return {"owner": claims["sub"]}
