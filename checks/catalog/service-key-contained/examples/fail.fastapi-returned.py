import os

from fastapi import FastAPI

app = FastAPI()


@app.get("/api/config")
async def config():
    return {"url": os.environ["SUPABASE_URL"], "key": os.environ["SUPABASE_SERVICE_ROLE_KEY"]}  # <- finding
