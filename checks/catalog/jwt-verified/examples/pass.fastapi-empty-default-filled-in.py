# Where no key is given, the start makes one and keeps it.
from pathlib import Path
from uuid import uuid4

import jwt
from fastapi import FastAPI, Header
from pydantic import Field
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    signing_key: str = Field(default="")

    def make_key(self):
        if self.signing_key:
            return
        kept = Path("data", ".key")
        if kept.is_file():
            self.signing_key = kept.read_text()
            return
        self.signing_key = uuid4().hex
        kept.write_text(self.signing_key)


settings = Settings()
settings.make_key()
app = FastAPI()


@app.get("/api/plans")
async def plans(authorization: str = Header()):
    return {"owner": jwt.decode(authorization[7:], settings.signing_key, algorithms=["HS256"])["sub"]}
