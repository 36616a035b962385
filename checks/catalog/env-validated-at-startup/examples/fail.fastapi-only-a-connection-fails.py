import os

import httpx
from fastapi import FastAPI

SEARCH_URL = os.getenv("SEARCH_URL", "")
SEARCH_API_KEY = os.getenv("SEARCH_API_KEY", "")


def connect():
    if not SEARCH_URL:
        return None
    try:
        return httpx.Client(base_url=SEARCH_URL, headers={"x-key": SEARCH_API_KEY})
    except Exception as error:
        raise RuntimeError("no connection to the search") from error


search = connect()
app = FastAPI()  # <- finding


@app.get("/ready")
async def ready():
    return {"search": search is not None}
