import importlib
from fastapi import FastAPI


def load_settings():
    try:
        extended = importlib.import_module("coach_enterprise.settings")
        made = getattr(extended, "Settings")
    except (ImportError, AttributeError):
        made = getattr(importlib.import_module("app_settings"), "Settings")
    return made()


settings = load_settings()
app = FastAPI(title=settings.title)


@app.get("/plans")
def plans():
    return {"key": bool(settings.openai_api_key)}
# file: app_settings.py
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    title: str = "coach"
    openai_api_key: str
