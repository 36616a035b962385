from core.setup import create_application

app = create_application()
# file: core/__init__.py
# file: core/setup.py
from fastapi import APIRouter, FastAPI

router = APIRouter(prefix="/api/v1")


@router.get("/plans")
def plans():
    return []


def create_application() -> FastAPI:
    app = FastAPI()
    app.include_router(router)
    return app
