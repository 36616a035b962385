from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    debug: bool = False
    origins: list[str] = ["https://app.example.com"]


settings = Settings()
app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=["*"] if settings.debug else settings.origins)


@app.get("/api/plans")
async def plans():
    return {"plans": []}
