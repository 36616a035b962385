# Mail is sent where there is a key for it; the others only ask whether it is there.
import os

import httpx
from fastapi import FastAPI

app = FastAPI()


@app.get("/features")
def features():
    return {"mail": bool(os.environ.get("MAIL_API_KEY")), "by": "api" if os.getenv("MAIL_API_KEY") else None}


@app.post("/reminders")
def remind(to: str):
    if os.environ.get("MAIL_API_KEY") is None:
        return {"sent": False}
    if os.environ.get("MAIL_API_KEY"):
        headers = {"X-Api-Key": os.environ["MAIL_API_KEY"]}
        httpx.post("https://mail.example.test/send", headers=headers, json={"to": to}, timeout=5)
    return {"sent": True}
