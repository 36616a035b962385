import os
from typing import Annotated

import jwt
from fastapi import APIRouter, Depends, FastAPI, Header


def verified(authorization: str = Header()) -> dict:
    return jwt.decode(authorization[7:], os.environ["JWT_SECRET"], algorithms=["HS256"])


Claims = Annotated[dict, Depends(verified)]
router = APIRouter(prefix="/api", dependencies=[Depends(verified)])


@router.get("/plans")
async def plans(authorization: str = Header()):
    return {"plans": []}


@router.get("/me")
async def me(claims: Claims):
    return {"owner": claims["sub"]}


app = FastAPI()
app.include_router(router)
