from fastapi import Depends, FastAPI, Header, HTTPException

from cache import redis
from database import client

app = FastAPI()


async def once(idempotency_key: str = Header()):
    if not await redis.set(f"key:{idempotency_key}", "1", nx=True):
        raise HTTPException(status_code=409)


@app.post("/orders", dependencies=[Depends(once)])
async def order(items: list[str]):
    return client.table("orders").insert({"items": items}).execute().data
