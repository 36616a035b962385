from fastapi import FastAPI
from pydantic import model_validator
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    database_url: str = ""

    @model_validator(mode="after")
    def complete(self):
        if not self.database_url:
            raise ValueError("DATABASE_URL is missing")
        return self


settings = Settings()
app = FastAPI()


@app.get("/ready")
async def ready():
    return {"database": settings.database_url != ""}
