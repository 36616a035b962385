# file: settings.py
from typing import List

from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    cors_origins: List[str]


settings = Settings()
# file: main.py
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

from settings import settings

app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=settings.cors_origins)


@app.get("/api/plans")
async def plans():
    return {"plans": []}
