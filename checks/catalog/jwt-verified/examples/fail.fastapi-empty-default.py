from fastapi import FastAPI, Header
from jose import jwt
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    jwt_secret: str = ""  # <- finding


settings = Settings()
app = FastAPI()


@app.get("/api/plans")
async def plans(authorization: str = Header()):
    return {"owner": jwt.decode(authorization[7:], settings.jwt_secret, algorithms=["HS256"])["sub"]}
