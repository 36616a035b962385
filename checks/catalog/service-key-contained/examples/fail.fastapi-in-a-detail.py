import os

from fastapi import FastAPI, HTTPException

SERVICE_KEY = os.environ["SUPABASE_SERVICE_ROLE_KEY"]
app = FastAPI()


@app.get("/api/plans")
async def plans(key: str = ""):
    if key != SERVICE_KEY:
        raise HTTPException(403, detail=f"expected {SERVICE_KEY}")  # <- finding
    return {"plans": []}
