# file: settings.py
from pydantic import SecretStr
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    supabase_url: str
    openai_api_key: SecretStr


settings = Settings()
# file: main.py
import logging

from fastapi import FastAPI
from openai import OpenAI

from settings import settings

logger = logging.getLogger(__name__)
logger.info("starting with %s", settings)
client = OpenAI(api_key=settings.openai_api_key.get_secret_value(), timeout=20)
app = FastAPI()


@app.get("/")
async def root():
    return {"status": "ok"}
