# file: main.py
from fastapi import Depends, FastAPI

from api import router
from limits_own import enforce

app = FastAPI()
app.include_router(router, prefix="/api/v1", dependencies=[Depends(enforce)])
# file: api.py
from fastapi import APIRouter

router = APIRouter()


@router.post("/generate")
async def generate():
    return {}
# file: limits_own.py
from fastapi import HTTPException, Request

seen = {}


async def enforce(request: Request):
    seen[request.client.host] = seen.get(request.client.host, 0) + 1
    if seen[request.client.host] > 100:
        raise HTTPException(status_code=429, detail="Too many requests")
