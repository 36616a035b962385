# file: main.py
from fastapi import FastAPI

from api.v1 import router

app = FastAPI()
app.include_router(router, prefix="/api/v1")


@app.get("/health")
def health():
    return {}
# file: api/__init__.py
# file: api/v1.py
from fastapi import APIRouter

router = APIRouter()


@router.post("/generate")
def generate():
    return {}
