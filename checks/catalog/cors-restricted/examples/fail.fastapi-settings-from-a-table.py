from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from pydantic_settings import BaseSettings


class AppSettings(BaseSettings):
    allowed_hosts: list[str] = ["*"]  # <- finding


class ProductionSettings(AppSettings):
    pass


class StagingSettings(AppSettings):
    pass


BY_STAGE = {"production": ProductionSettings, "staging": StagingSettings}


def current_settings(stage: str) -> AppSettings:
    return BY_STAGE[stage]()


app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=current_settings("production").allowed_hosts)
