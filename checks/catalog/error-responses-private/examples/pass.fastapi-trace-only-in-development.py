import os
import traceback

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

app = FastAPI()


@app.exception_handler(RequestValidationError)
async def on_validation_error(request: Request, exc: RequestValidationError):
    return JSONResponse({"detail": "Some fields are wrong."}, status_code=422)


@app.exception_handler(Exception)
async def on_error(request: Request, exc: Exception):
    content = {"detail": "Something went wrong."}
    if os.getenv("ENVIRONMENT") == "development":
        content["trace"] = traceback.format_exc()
    return JSONResponse(content, status_code=500)


@app.get("/api/plans")
async def plans():
    return {"plans": []}
