# Nothing says what the parameter is; the one caller hands over the settings.
from functools import lru_cache

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from pydantic import Field
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    allowed_origins: list[str] = Field(default=["*"], description="who may read the answers")  # <- finding


@lru_cache
def get_settings() -> Settings:
    return Settings()


def add_middleware(app: FastAPI, settings) -> None:
    app.add_middleware(CORSMiddleware, allow_origins=settings.allowed_origins, allow_credentials=True)


def make_app(given: Settings = None) -> FastAPI:
    settings = given if given else get_settings()
    app = FastAPI()
    add_middleware(app, settings)
    return app


app = make_app()
