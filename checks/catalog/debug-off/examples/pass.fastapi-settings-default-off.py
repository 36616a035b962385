from fastapi import FastAPI
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    DEBUG: bool = False


settings = Settings()
# app = FastAPI(debug=True)
app = FastAPI(debug=settings.DEBUG)
