# The password goes into an address, and the address into the log; it comes from settings that took the whole environment in.
import logging
import os

import yaml
from fastapi import FastAPI
from sqlalchemy import create_engine

logger = logging.getLogger(__name__)


class Settings:
    def __init__(self, path: str):
        with open(path) as file:
            self.values = {**(yaml.safe_load(file) or {}), **dict(os.environ)}

    def setting(self, key: str, default: str = None):
        return self.values.get(key, default)


settings = Settings("config.yaml")


def setting(key: str, default: str = None):
    return settings.setting(key, default)


app = FastAPI()
password = setting("DB_PASSWORD")
address = f"postgresql://plans:{password}@{setting('DB_HOST', 'db')}/plans"
engine = create_engine(address)
logger.info("connected to " + address)  # <- finding
