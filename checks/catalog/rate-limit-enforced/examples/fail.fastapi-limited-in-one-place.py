from fastapi import Depends, FastAPI, Request
from fastcrud.exceptions.http_exceptions import RateLimitException

app = FastAPI()
seen: dict[str, int] = {}


async def limited(request: Request) -> None:
    who = request.client.host
    seen[who] = seen.get(who, 0) + 1
    if seen[who] > 10:
        raise RateLimitException("Too often.")


@app.post("/api/v1/tasks", dependencies=[Depends(limited)])
async def make_task():
    return {"id": 1}


@app.post("/api/v1/login")  # <- finding
async def login():
    return {"token": "t"}
