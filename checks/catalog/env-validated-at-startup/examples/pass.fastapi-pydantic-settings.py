# file: core/config.py
from pydantic import HttpUrl
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    supabase_url: HttpUrl
    openai_api_key: str
    port: int = 8000


settings = Settings()
# file: main.py
from fastapi import FastAPI

from core.config import settings

app = FastAPI()


@app.get("/ready")
async def ready():
    return {"host": settings.supabase_url.host}
