from fastapi import APIRouter, FastAPI

plans = APIRouter(prefix="/plans")
api = APIRouter(prefix="/v1")


@plans.get("/")
def every():
    return []


api.include_router(plans)
app = FastAPI()
app.include_router(api)
