import os

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

origins = [origin.strip() for origin in os.getenv("CORS_ORIGINS", "*").split(",")]  # <- finding

app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=origins)


@app.get("/api/plans")
async def plans():
    return {"plans": []}
