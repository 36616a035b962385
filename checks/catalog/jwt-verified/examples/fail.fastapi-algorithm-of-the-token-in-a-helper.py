import os
from functools import lru_cache

import jwt
from fastapi import Depends, FastAPI, Request

app = FastAPI()


class TokenReader:
    @lru_cache
    def _unverified(self, token: str) -> dict:
        return jwt.api_jwt.decode_complete(token, options={"verify_signature": False})

    def read(self, token: str) -> dict:
        algorithm = self._unverified(token)["header"]["alg"]
        return jwt.decode(  # <- finding
            token, os.environ["JWT_KEY"], algorithms=[algorithm.upper()], audience="plans"
        )


def reader() -> TokenReader:
    return TokenReader()


async def owner(request: Request, tokens: TokenReader = Depends(reader)) -> str:
    return tokens.read(request.headers["authorization"][7:])["sub"]


@app.get("/api/plans")
async def plans(owner_id: str = Depends(owner)):
    return {"owner": owner_id}
