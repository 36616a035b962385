# file: settings.py
from pydantic import SecretStr
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    supabase_url: str
    supabase_service_role_key: str
    openai_api_key: SecretStr


settings = Settings()
# file: main.py
import logging

from fastapi import FastAPI

from settings import settings

logger = logging.getLogger(__name__)
logger.info("starting with %s", settings.model_dump())  # <- finding
app = FastAPI()


@app.get("/")
async def root():
    return {"status": "ok"}
