import os

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

IS_PRODUCTION = os.environ.get("ENVIRONMENT", "production") == "production"

app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=["https://app.example.com"] if IS_PRODUCTION else ["*"])


@app.get("/api/plans")
async def plans():
    return {"plans": []}
