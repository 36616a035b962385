from fastapi import FastAPI
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    secret_key: str


class MailSettings(BaseSettings):
    mail_host: str
    mail_password: str


class Mailer:
    def __init__(self):
        self.settings = MailSettings()


settings = Settings()
app = FastAPI()


@app.post("/invitations")
async def invite():
    return {"through": Mailer().settings.mail_host, "signed": bool(settings.secret_key)}
