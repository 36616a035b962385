import jwt
from fastapi import FastAPI, HTTPException

app = FastAPI()


@app.get("/api/me")
def me(token: str):
    try:
        return jwt.decode(token, "k", algorithms=["HS256"])
    except jwt.InvalidTokenError as e:
        raise HTTPException(status_code=401, detail=f"Invalid token: {e}")  # <- finding
