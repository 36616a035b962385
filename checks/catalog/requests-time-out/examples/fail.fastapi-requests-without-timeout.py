import asyncio

import requests
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

app = FastAPI()


@app.middleware("http")
async def limit_time(request: Request, call_next):
    try:
        return await asyncio.wait_for(call_next(request), timeout=20)
    except asyncio.TimeoutError:
        return JSONResponse({"detail": "That took too long."}, status_code=504)


@app.get("/api/plans")
def plans():
    return requests.get("http://127.0.0.1:4000/plans").json()  # <- finding
