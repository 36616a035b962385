from typing import Optional

from fastapi import FastAPI
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    openai_api_key: Optional[str] = None
    supabase_url: str = ""
    supabase_service_role_key: str = ""


settings = Settings()
app = FastAPI()  # <- finding


@app.get("/ready")
async def ready():
    return {"database": bool(settings.supabase_url and settings.supabase_service_role_key), "model": bool(settings.openai_api_key)}
