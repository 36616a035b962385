# file: settings.py
import os


class Settings:
    OPENAI_API_KEY = os.getenv("OPENAI_API_KEY", "")
    SUPABASE_URL = os.getenv("SUPABASE_URL", "")

    def validate(self) -> bool:
        return bool(self.OPENAI_API_KEY and self.SUPABASE_URL)


settings = Settings()
# file: main.py
from fastapi import FastAPI

from settings import settings

settings.validate()  # <- finding
app = FastAPI()


@app.get("/ready")
async def ready():
    return {"database": bool(settings.SUPABASE_URL)}
