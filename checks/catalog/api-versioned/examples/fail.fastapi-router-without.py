# file: main.py
from fastapi import FastAPI

from plans import router

app = FastAPI()
app.include_router(router, prefix="/api/trainingplan")
# file: plans.py
from fastapi import APIRouter

router = APIRouter(tags=["v1"])


@router.post("/generate")  # <- finding
def generate():
    return {}
