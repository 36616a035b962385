from fastapi import FastAPI
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    openai_api_key: str
    log_secret_patterns: str = "password,token,secret,credential,authorization"
    user_password_require_special_char: str = "at-least-one-of-them"
    masked_credentials: str = "password, old_password, new_password"


settings = Settings()
app = FastAPI()


@app.get("/plans")
def plans():
    return {"masked": settings.log_secret_patterns.split(",")}
