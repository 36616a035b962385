# file: main.py
import os

from fastapi import FastAPI

from settings.base import AppSettings
from settings.development import DevelopmentSettings

chosen = {"dev": DevelopmentSettings, "prod": AppSettings}[os.environ.get("APP_ENV", "prod")]()
app = FastAPI(title="Plans")

# file: settings/base.py
from pydantic_settings import BaseSettings


class AppSettings(BaseSettings):
    debug: bool = False

# file: settings/development.py
from settings.base import AppSettings


class DevelopmentSettings(AppSettings):
    debug: bool = True
