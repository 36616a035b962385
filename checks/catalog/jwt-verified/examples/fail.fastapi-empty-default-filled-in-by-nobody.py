# The helper that would make a key is there, and nothing calls it.
from uuid import uuid4

import jwt
from fastapi import FastAPI, Header
from pydantic import Field
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    signing_key: str = Field(default="")  # <- finding

    def make_key(self):
        if not self.signing_key:
            self.signing_key = uuid4().hex


settings = Settings()
app = FastAPI()


@app.get("/api/plans")
async def plans(authorization: str = Header()):
    return {"owner": jwt.decode(authorization[7:], settings.signing_key, algorithms=["HS256"])["sub"]}
