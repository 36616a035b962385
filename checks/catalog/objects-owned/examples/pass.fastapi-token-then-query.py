import jwt
from fastapi import FastAPI, Header

from database import pool
from settings import settings

app = FastAPI()


def user_of(authorization: str) -> str:
    claims = jwt.decode(authorization[7:], settings.public_key, algorithms=["ES256"], audience="authenticated")
    return claims["sub"]


@app.get("/plans/{plan_id}")
async def plan(plan_id: int, authorization: str = Header()):
    user_id = user_of(authorization)
    return await pool.fetchrow("SELECT id, title FROM plans WHERE id = $1 AND user_id = $2", plan_id, user_id)
