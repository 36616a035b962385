from functools import lru_cache

from fastapi import FastAPI
from pydantic_settings import BaseSettings


class BaseAppSettings(BaseSettings):
    stage: str = "production"


class AppSettings(BaseAppSettings):
    openai_api_key: str
    supabase_url: str


class ProductionSettings(AppSettings):
    log_level: str = "INFO"


class StagingSettings(AppSettings):
    log_level: str = "DEBUG"


BY_STAGE: dict[str, type[AppSettings]] = {"production": ProductionSettings, "staging": StagingSettings}


@lru_cache
def current_settings() -> AppSettings:
    made = BY_STAGE[BaseAppSettings().stage]
    return made()


def make_app() -> FastAPI:
    settings = current_settings()
    return FastAPI(title=settings.supabase_url)


app = make_app()


@app.get("/plans")
def plans():
    return {"key": bool(current_settings().openai_api_key)}
