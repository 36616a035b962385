import os

import jwt
from fastapi import APIRouter, Depends, FastAPI, HTTPException, Request
from fastapi.security import HTTPBearer


class SignedIn(HTTPBearer):
    def __init__(self, is_mod_endpoint=False):
        super().__init__()
        self.is_mod_endpoint = is_mod_endpoint

    async def __call__(self, request: Request):
        given = await super().__call__(request)
        claims = jwt.decode(given.credentials, os.environ["TOKEN_SECRET"], algorithms=["HS256"])
        row = await request.app.state.pool.fetchrow("SELECT is_mod FROM users WHERE user_id = $1", int(claims["sub"]))
        if self.is_mod_endpoint and not row["is_mod"]:
            raise HTTPException(403, detail="For moderators.")
        request.state.user_id = int(claims["sub"])


mods = APIRouter(dependencies=[Depends(SignedIn(is_mod_endpoint=True))])
own = APIRouter(dependencies=[Depends(SignedIn())])


@mods.post("/users/{user_id}/ban")
async def ban(request: Request, user_id: int):
    await request.app.state.pool.execute("UPDATE users SET is_banned = true WHERE user_id = $1", user_id)
    return {"banned": user_id}


@own.get("/plans/{plan_id}")
async def plan(request: Request, plan_id: int):
    return await request.app.state.pool.fetchrow(
        "SELECT title FROM plans WHERE plan_id = $1 AND user_id = $2", plan_id, request.state.user_id
    )


app = FastAPI()
app.include_router(mods)
app.include_router(own)
