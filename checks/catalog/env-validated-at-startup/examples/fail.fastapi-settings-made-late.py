from fastapi import FastAPI
from pydantic_settings import BaseSettings


class AppSettings(BaseSettings):
    openai_api_key: str


class ProductionSettings(AppSettings):
    log_level: str = "INFO"


BY_STAGE = {"production": ProductionSettings}

app = FastAPI()  # <- finding


@app.get("/plans")
def plans(stage: str = "production"):
    # Whether the key is there shows in the first request.
    return {"key": bool(BY_STAGE[stage]().openai_api_key)}
