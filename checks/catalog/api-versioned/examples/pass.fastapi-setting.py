from fastapi import APIRouter, FastAPI
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    API_PREFIX: str = "/api/v1"


settings = Settings()
router = APIRouter()


@router.get("/plans")
def plans():
    return []


app = FastAPI()
app.include_router(router, prefix=settings.API_PREFIX)
