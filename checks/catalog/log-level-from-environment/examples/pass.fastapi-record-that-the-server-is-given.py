import logging

import uvicorn
from fastapi import FastAPI
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    debug: bool = False


settings = Settings()
logger = logging.getLogger(__name__)
app = FastAPI()


@app.get("/plans")
async def plans():
    logger.info("plans listed")
    return []


def record():
    return {
        "version": 1,
        "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(message)s"}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain", "level": "DEBUG"}},
        "loggers": {"": {"handlers": ["console"], "level": "DEBUG" if settings.debug else "INFO"}},
    }


options = dict(host="127.0.0.1", log_config=record())
if settings.debug:
    options.update(reload=True)
uvicorn.Server(uvicorn.Config(app, **options)).run()
