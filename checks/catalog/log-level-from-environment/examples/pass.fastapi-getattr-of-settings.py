import logging

from fastapi import FastAPI
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    log_level: str = "INFO"


settings = Settings()


def level_of(name: str) -> int:
    return getattr(logging, name.upper(), logging.INFO)


def set_up() -> None:
    logging.getLogger().setLevel(level_of(settings.log_level))


set_up()
app = FastAPI()
