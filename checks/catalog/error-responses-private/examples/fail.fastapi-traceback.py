import traceback

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

app = FastAPI()


@app.exception_handler(Exception)
async def on_error(request: Request, exc: Exception):
    return JSONResponse({"detail": "Something went wrong.", "trace": traceback.format_exc()}, status_code=500)  # <- finding


@app.get("/api/plans")
async def plans():
    return {"plans": []}
