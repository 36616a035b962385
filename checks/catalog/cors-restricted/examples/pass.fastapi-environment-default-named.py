import os

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

origins = os.getenv("CORS_ORIGINS", "https://app.example.com").split(",")

app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=origins, allow_methods=["*"])


@app.get("/api/plans")
async def plans():
    return {"plans": []}
