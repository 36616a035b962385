import os

from fastapi import FastAPI, HTTPException

app = FastAPI()  # <- finding


@app.get("/plans")
async def plans():
    url = os.environ.get("DATABASE_URL")
    if url is None:
        raise HTTPException(500, "not configured")
    return {"plans": []}
