import os

import dj_email_url
from dotenv import load_dotenv
from fastapi import FastAPI

load_dotenv()
MAIL_USER = os.getenv("MAIL_USER")
MAIL_PASSWORD = os.getenv("MAIL_PASSWORD")
mail = dj_email_url.parse(f"smtp://{MAIL_USER}:{MAIL_PASSWORD}@127.0.0.1:587")
app = FastAPI()  # <- finding


@app.get("/ready")
async def ready():
    return {"status": "ok", "mail": mail["EMAIL_HOST"]}
