"""Reads nothing from the environment: os.environ["DATABASE_URL"] is only prose here."""
from fastapi import FastAPI

app = FastAPI()


@app.get("/")
async def root():
    return {"status": "ok"}
