# file: core/origins.py
EVERYBODY = "*"  # <- finding
ORIGINS = [EVERYBODY]
# file: core/__init__.py
from .origins import ORIGINS as CORS_ORIGINS
# file: main.py
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

from core import CORS_ORIGINS as allowed

app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=allowed)


@app.get("/api/plans")
async def plans():
    return {"plans": []}
