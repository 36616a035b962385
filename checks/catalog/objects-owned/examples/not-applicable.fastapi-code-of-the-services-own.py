# A device hands in the code that it was shown: whose it is was kept by the service under that code, not said by the client.
import json
import secrets

import redis.asyncio as redis
from fastapi import APIRouter, Depends, FastAPI, HTTPException, Request
from pydantic import BaseModel
from sqlalchemy import select

from .auth import signed_in
from .database import Session, Token, User, get_session

app = FastAPI()
router = APIRouter(prefix="/api/pairing")
pairing = redis.Redis(host="redis")


class Code(BaseModel):
    code: str


@router.post("/codes")
async def offer(user: User = Depends(signed_in)):
    code = secrets.token_hex(4)
    await pairing.set(f"pair:{code}", json.dumps({"user_id": user.id, "token_id": user.token_id}), ex=300)
    return {"code": code}


@router.post("/exchange")
async def exchange(request: Request, payload: Code, session: Session = Depends(get_session)):
    kept = await pairing.getdel(f"pair:{payload.code.upper()}")
    if not kept:
        raise HTTPException(404, "No such code")
    params = json.loads(kept)
    owner = await session.get(User, params["user_id"])
    if owner is None:
        raise HTTPException(404, "No such code")
    token = (await session.execute(select(Token).where(Token.id == params["token_id"]))).scalar_one()
    return {"token": token.renewed()}


app.include_router(router)
