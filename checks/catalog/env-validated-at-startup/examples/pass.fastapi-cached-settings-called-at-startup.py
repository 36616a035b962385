from functools import lru_cache

from fastapi import FastAPI
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    database_url: str


@lru_cache
def get_settings() -> Settings:
    return Settings()


settings = get_settings()
app = FastAPI()


@app.get("/ready")
async def ready():
    return {"database": bool(settings.database_url)}
