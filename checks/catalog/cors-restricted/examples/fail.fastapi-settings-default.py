# file: settings.py
from typing import List

from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    database_url: str
    cors_origins: List[str] = ["*"]  # <- finding


settings = Settings()
# file: main.py
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

from settings import settings

app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=settings.cors_origins, allow_credentials=True)


@app.get("/api/plans")
async def plans():
    return {"plans": []}
