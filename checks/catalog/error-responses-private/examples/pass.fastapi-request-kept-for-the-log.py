import logging

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

logger = logging.getLogger(__name__)
app = FastAPI()


@app.exception_handler(RequestValidationError)
async def on_validation_error(request: Request, exc: RequestValidationError):
    body = await request.body()
    details = exc.errors()
    logger.info("%s wrong fields in %s bytes", len(details), len(body))
    return JSONResponse({"detail": "Some fields are wrong.", "count": len(details)}, status_code=422)


@app.post("/api/plans")
async def make_plan(title: str):
    return {"title": title}
