from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute

app = FastAPI()


@app.get("/plans")
async def plans():
    return []


every = APIRouter()
for route in app.routes:
    if isinstance(route, APIRoute):
        every.routes.append(route)

versioned = FastAPI()
versioned.include_router(every, prefix="/v1")
