# file: settings.py
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    jwt_secret: str
    jwt_algorithm: str = "HS256"


settings = Settings()
# file: core/tokens.py
import jwt

from settings import settings


class TokenReader:
    def __init__(self, secret: str):
        self.secret = secret

    def read(self, token: str) -> dict:
        return jwt.decode(token, self.secret, algorithms=[settings.jwt_algorithm], audience="authenticated")


reader = TokenReader(settings.jwt_secret)
# file: main.py
from fastapi import FastAPI, Header

from core.tokens import reader

app = FastAPI()


@app.get("/api/plans")
async def plans(authorization: str = Header()):
    return {"owner": reader.read(authorization[7:])["sub"]}
