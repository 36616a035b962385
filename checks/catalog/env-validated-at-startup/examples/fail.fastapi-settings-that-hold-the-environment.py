# A settings object of its own takes a file and the whole environment in, and answers None for what nobody set.
import os

import yaml
from fastapi import FastAPI
from sqlalchemy import create_engine


class Settings:
    def __init__(self, path: str):
        self.values = {**self.load(path), **dict(os.environ)}

    def load(self, path: str) -> dict:
        with open(path) as file:
            return yaml.safe_load(file) or {}

    def setting(self, key: str, default: str = None):
        return self.values.get(key, default)


settings = Settings("config.yaml")


def setting(key: str, default: str = None):
    return settings.setting(key, default)


app = FastAPI()  # <- finding
engine = create_engine(setting("DATABASE_URL"))
signing_key = setting("JWT_SECRET_KEY")
level = setting("LOG_LEVEL", "INFO")
