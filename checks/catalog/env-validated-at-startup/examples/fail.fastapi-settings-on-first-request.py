from functools import lru_cache

from fastapi import Depends, FastAPI
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    database_url: str
    openai_api_key: str


@lru_cache
def get_settings() -> Settings:
    return Settings()


app = FastAPI()  # <- finding


@app.get("/ready")
async def ready(settings: Settings = Depends(get_settings)):
    return {"database": bool(settings.database_url)}
