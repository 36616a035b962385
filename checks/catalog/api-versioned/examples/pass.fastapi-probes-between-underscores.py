# The addresses of Dockerflow are for whoever runs the service.
from fastapi import APIRouter, FastAPI

app = FastAPI()
plans = APIRouter(prefix="/api/v1")


@plans.get("/plans")
async def every():
    return []


@app.get("/__heartbeat__")
async def heartbeat():
    return {}


@app.get("/__version__")
async def version():
    return {"version": "1"}


app.include_router(plans)
