# file: main.py
from fastapi import FastAPI

from routes import router


class App(FastAPI):
    pass


def create_app():
    app = App(title="plans")
    app.include_router(router)
    return app


app = create_app()
# file: routes.py
from fastapi import APIRouter

router = APIRouter(prefix="/plans")


@router.get("/")  # <- finding
async def plans():
    return []
