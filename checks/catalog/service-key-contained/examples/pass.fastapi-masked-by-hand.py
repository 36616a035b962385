# What goes into the log is masked first; the addresses are examples of how one is written.
import logging
import os

import httpx
from fastapi import FastAPI
from pydantic import BaseModel, Field

logger = logging.getLogger(__name__)
app = FastAPI()

SENSITIVE = {"client_secret"}


def _mask_sensitive_values(values: dict[str, str]) -> dict[str, str]:
    masked = {}
    for key, value in values.items():
        masked[key] = f"{value[:2]}***{value[-2:]}" if key in SENSITIVE else value
    return masked


class Settings(BaseModel):
    redis_url: str = Field(default="redis://redis/", example="redis://user:long-enough@redis.example.com:6379")
    database_url: str = Field(default="", example="postgres://plans:long-enough@db.example.org:5432/plans")


class Games:
    def __init__(self):
        self.params = {"client_id": os.environ["GAMES_CLIENT_ID"], "client_secret": os.environ["GAMES_CLIENT_SECRET"]}
        self.masked_params = _mask_sensitive_values(self.params)

    async def token(self):
        logger.debug("asked with %s", self.masked_params)
        async with httpx.AsyncClient(timeout=10) as client:
            return (await client.post("https://games.internal/token", params=self.params)).json()


@app.get("/games")
async def games():
    return await Games().token()
