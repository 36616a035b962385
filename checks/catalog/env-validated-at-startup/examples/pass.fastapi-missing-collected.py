import os

from fastapi import FastAPI

missing = []
for name in ("DATABASE_URL", "OPENAI_API_KEY"):
    if not os.getenv(name):
        missing.append(name)
if missing:
    raise SystemExit(f"missing: {', '.join(missing)}")

app = FastAPI()


@app.get("/ready")
async def ready():
    return {"database": os.getenv("DATABASE_URL") is not None}
