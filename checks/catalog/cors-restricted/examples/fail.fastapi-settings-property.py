# file: settings.py
import os


class Settings:
    @property
    def cors_origins(self):
        return os.getenv("CORS_ORIGINS", "*").split(",")  # <- finding


settings = Settings()
# file: main.py
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

from settings import settings

app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=settings.cors_origins)


@app.get("/api/plans")
async def plans():
    return {"plans": []}
