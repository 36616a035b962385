from fastapi import FastAPI
from openai import OpenAI
from pydantic import SecretStr
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    openai_api_key: SecretStr
    openai_model: str = "gpt-4"


settings = Settings()
client = OpenAI(api_key=settings.openai_api_key.get_secret_value(), timeout=20)
app = FastAPI()


@app.get("/api/model")
def model():
    return {"model": settings.openai_model}
