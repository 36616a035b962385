# file: main.py
from fastapi import FastAPI

from monitor import start_monitor
from settings import settings

start_monitor(settings)
app = FastAPI()

# file: monitor.py
import os


def start_monitor(settings):
    deployed = os.environ.get("RENDER") or settings.environment == "production"
    if not deployed and os.environ.get("SENTRY_ALLOW_LOCAL") != "1":
        return
    if not settings.sentry_dsn:
        return
    import sentry_sdk

    sentry_sdk.init(dsn=settings.sentry_dsn, release="plans@1.4", send_default_pii=False)

# file: settings.py
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    sentry_dsn: str | None = None
    environment: str = "development"


settings = Settings()
