# file: settings.py
import os


class Settings:
    SUPABASE_URL = os.getenv("SUPABASE_URL", "")
    SUPABASE_SERVICE_ROLE_KEY = os.getenv("SUPABASE_SERVICE_ROLE_KEY", "")


settings = Settings()
# file: main.py
from fastapi import FastAPI

from settings import settings

app = FastAPI()


@app.on_event("startup")
async def on_startup():
    print(f"database {settings.SUPABASE_URL}, key {settings.SUPABASE_SERVICE_ROLE_KEY}")  # <- finding


@app.get("/")
async def root():
    return {"status": "ok"}
