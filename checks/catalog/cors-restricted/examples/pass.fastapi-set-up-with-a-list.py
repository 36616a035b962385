# file: core/web.py
from fastapi.middleware.cors import CORSMiddleware


def set_up(app, origins):
    app.add_middleware(CORSMiddleware, allow_origins=origins, allow_headers=["*"])
# file: main.py
from fastapi import FastAPI

from core.web import set_up

app = FastAPI()
set_up(app, ["https://app.example.com"])


@app.get("/api/plans")
async def plans():
    return {"plans": []}
