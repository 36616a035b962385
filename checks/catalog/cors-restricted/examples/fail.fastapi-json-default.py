import json
import os

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

app = FastAPI()
app.add_middleware(
    CORSMiddleware,
    allow_origins=json.loads(os.environ.get("CORS_ORIGINS", '["*"]')),  # <- finding
)


@app.get("/api/plans")
async def plans():
    return {"plans": []}
