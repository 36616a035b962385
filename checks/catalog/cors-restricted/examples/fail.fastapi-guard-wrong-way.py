import os

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

if os.getenv("ENVIRONMENT") == "production":
    origins = ["*"]  # <- finding
else:
    origins = ["http://localhost:8081"]

app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=origins)


@app.get("/api/plans")
async def plans():
    return {"plans": []}
