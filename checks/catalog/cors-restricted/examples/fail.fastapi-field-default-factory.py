from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from pydantic import Field
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    origins: list[str] = Field(default_factory=lambda: ["*"])  # <- finding


settings = Settings()
app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=settings.origins)


@app.get("/api/plans")
async def plans():
    return {"plans": []}
