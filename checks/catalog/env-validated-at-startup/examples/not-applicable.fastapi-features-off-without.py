# Each of these says that it may be absent: a switch for what it belongs to, an empty default that is asked for before use, nothing for a default, a field that admits None.
import os
from typing import Final, Optional

from decouple import config
from fastapi import FastAPI
from pydantic import BaseModel, Field
from telebot import TeleBot

BOT_API_TOKEN = config("BOT_API_TOKEN", default="")
WEBHOOK_SECRET = config("WEBHOOK_SECRET", default=None)
OIDC_ENABLED = config("OIDC_ENABLED", default=False, cast=bool)
OIDC_CLIENT_SECRET = os.getenv("OIDC_CLIENT_SECRET", "")
SEARCH_API_KEY: Final[str | None] = os.getenv("SEARCH_API_KEY")
OWNERS = (
    {config("OWNER_NAME"): config("OWNER_PASSWORD")}
    if config("OWNER_NAME", default="") and config("OWNER_PASSWORD", default="")
    else {}
)


class Bucket(BaseModel):
    access_key: str | None = Field(default_factory=lambda: os.getenv("AWS_ACCESS_KEY_ID"))
    secret_key: Optional[str] = Field(default_factory=lambda: os.getenv("AWS_SECRET_ACCESS_KEY"))


bot = None
if BOT_API_TOKEN:
    bot = TeleBot(BOT_API_TOKEN)

app = FastAPI()


@app.get("/plans")
def plans():
    return []
