from fastapi import FastAPI
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    DEBUG: bool = True  # <- finding


settings = Settings()
app = FastAPI(debug=settings.DEBUG)
