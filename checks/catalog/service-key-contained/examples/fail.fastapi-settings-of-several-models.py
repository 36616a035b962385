# The variables stand in models beside the settings base; all of them are written to the log when the service starts.
import logging

from fastapi import FastAPI
from pydantic import BaseModel, BaseSettings, Field

logger = logging.getLogger(__name__)


class Plain(BaseModel):
    pass


class MailSettings(Plain):
    mail_password: str = Field(default="")


class SigningSettings(Plain):
    signing_secret: str = Field(default="")


class Editable(MailSettings, SigningSettings):
    pass


class Settings(Editable, BaseSettings):
    class Config:
        env_file = ".env"


settings = Settings()
for key, value in settings.dict(exclude_none=True).items():
    logger.debug(f"{key}: {value}")  # <- finding

app = FastAPI()
