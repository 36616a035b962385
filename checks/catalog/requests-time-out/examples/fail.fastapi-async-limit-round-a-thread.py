import asyncio

import requests
from fastapi import FastAPI, Request

app = FastAPI()


@app.middleware("http")
async def limit_time(request: Request, call_next):
    return await asyncio.wait_for(call_next(request), timeout=20)


def fetch_plans():
    return requests.get("http://127.0.0.1:4000/plans").json()  # <- finding


@app.get("/api/plans")
async def plans():
    # The waiting ends after five seconds, the thread and its connection do not.
    return await asyncio.wait_for(asyncio.to_thread(fetch_plans), timeout=5)
