# file: settings.py
import os


class Settings:
    DATABASE_URL = os.getenv("DATABASE_URL", "")

    def validate(self) -> None:
        if not self.DATABASE_URL:
            raise RuntimeError("DATABASE_URL is missing")


settings = Settings()
# file: main.py
from contextlib import asynccontextmanager

from fastapi import FastAPI

from settings import settings


@asynccontextmanager
async def lifespan(app: FastAPI):
    settings.validate()
    yield


app = FastAPI(lifespan=lifespan)


@app.get("/ready")
async def ready():
    return {"database": bool(settings.DATABASE_URL)}
