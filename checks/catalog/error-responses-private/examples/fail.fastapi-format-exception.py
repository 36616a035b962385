import sys
import traceback

from fastapi import FastAPI, Request
from fastapi.responses import PlainTextResponse

app = FastAPI()


@app.exception_handler(Exception)
async def on_error(request: Request, exc: Exception):
    lines = traceback.format_exception(*sys.exc_info())
    return PlainTextResponse("".join(lines), status_code=500)  # <- finding


@app.get("/api/plans")
async def plans():
    return {"plans": []}
