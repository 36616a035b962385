# A bound logger is the same logger: its one sink takes the level that the settings say.
from fastapi import FastAPI
from loguru import logger as loguru_logger
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    log_level: str = "INFO"


settings = Settings()


def write(message) -> None:
    print(message.record["message"])


logger = loguru_logger.bind()
logger.remove(0)
logger.add(write, level=settings.log_level)
app = FastAPI()


@app.get("/plans")
def plans():
    logger.info("asked for plans")
    return []
