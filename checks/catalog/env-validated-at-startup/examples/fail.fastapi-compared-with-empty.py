# An unset variable is None, which is no empty text: the check never finds it missing.
import os

from fastapi import FastAPI

SECRET_KEY = os.getenv("SECRET_KEY")
DATABASE_URL = os.getenv("DATABASE_URL")

if SECRET_KEY == "":
    raise RuntimeError("SECRET_KEY is missing")

app = FastAPI()  # <- finding


@app.get("/plans")
def plans():
    return {"store": DATABASE_URL is not None}
