import asyncio
import json
from urllib.request import urlopen

from fastapi import FastAPI, Request

app = FastAPI()


@app.middleware("http")
async def limit_time(request: Request, call_next):
    return await asyncio.wait_for(call_next(request), timeout=20)


@app.get("/api/plans")
def plans():
    with urlopen("http://127.0.0.1:4000/plans") as answer:  # <- finding
        return json.load(answer)
