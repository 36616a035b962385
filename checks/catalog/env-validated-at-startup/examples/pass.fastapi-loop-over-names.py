import os

from fastapi import FastAPI

REQUIRED = ("DATABASE_URL", "OPENAI_API_KEY")
for name in REQUIRED:
    if not os.environ.get(name):
        raise SystemExit(f"{name} is missing")

app = FastAPI()


@app.get("/ready")
async def ready():
    return {"database": bool(os.environ.get("DATABASE_URL")), "model": bool(os.environ.get("OPENAI_API_KEY"))}
