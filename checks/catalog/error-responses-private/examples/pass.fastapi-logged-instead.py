import logging
import traceback

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

logger = logging.getLogger(__name__)
app = FastAPI()


@app.exception_handler(RequestValidationError)
async def on_validation_error(request: Request, exc: RequestValidationError):
    return JSONResponse({"detail": "Some fields are wrong."}, status_code=422)


@app.exception_handler(Exception)
async def on_error(request: Request, exc: Exception):
    logger.error("request failed: %s", traceback.format_exc())
    return JSONResponse({"detail": "Something went wrong."}, status_code=500)


@app.get("/api/plans")
async def plans():
    return {"plans": []}
