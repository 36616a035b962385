import logging

from fastapi import FastAPI
from pydantic import ValidationError
from pydantic_settings import BaseSettings

logger = logging.getLogger(__name__)


class Settings(BaseSettings):
    database_url: str


try:
    settings = Settings()  # <- finding
except ValidationError:
    logger.warning("settings are incomplete, starting anyway")
    settings = None

app = FastAPI()


@app.get("/ready")
async def ready():
    return {"database": settings is not None}
