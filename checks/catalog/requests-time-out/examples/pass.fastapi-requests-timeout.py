import asyncio

import requests
from fastapi import FastAPI, Request

LIMITS = {"timeout": (3, 10)}
app = FastAPI()


@app.middleware("http")
async def limit_time(request: Request, call_next):
    return await asyncio.wait_for(call_next(request), timeout=20)


@app.get("/api/plans")
def plans():
    return requests.get("http://127.0.0.1:4000/plans", **LIMITS).json()
