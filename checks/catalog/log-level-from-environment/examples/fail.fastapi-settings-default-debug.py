import logging

from fastapi import FastAPI
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    log_level: str = "DEBUG"  # <- finding


settings = Settings()
logging.basicConfig(level=settings.log_level)
app = FastAPI()
