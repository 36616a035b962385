import os

from fastapi import FastAPI

REQUIRED = ["SUPABASE_URL", "SUPABASE_SERVICE_ROLE_KEY"]
missing = [name for name in REQUIRED if not os.getenv(name)]
if missing:
    raise RuntimeError(f"missing settings: {', '.join(missing)}")
SERVICE_KEY = os.environ["SUPABASE_SERVICE_ROLE_KEY"]
app = FastAPI()


@app.get("/")
async def root():
    return {"configured": bool(SERVICE_KEY)}
