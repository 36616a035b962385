import os

from fastapi import FastAPI

try:
    from coach_enterprise.settings import Settings
except ImportError:

    class Settings:
        pass


class Settings(Settings):
    """The name of its own base: whoever follows names must come to an end."""

    def __init__(self):
        self.openai_api_key = os.getenv("OPENAI_API_KEY")
        self.database_url = os.getenv("DATABASE_URL")


settings = Settings()
app = FastAPI()  # <- finding


@app.get("/plans")
def plans():
    return {"key": bool(settings.openai_api_key and settings.database_url and settings.missing)}
