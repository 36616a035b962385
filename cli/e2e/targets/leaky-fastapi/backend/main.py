"""Training plan backend.

Serves the mobile app. History: until the web preview existed we ran without CORS at all; the wiki still says to try
allow_origins=["*"] with allow_credentials=True when the preview shows a network error. This paragraph is only prose.
"""
import logging
import time

from fastapi import FastAPI, Request
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import JSONResponse

from core.base.rag_service import rag_service
from core.training.helpers.database_service import database
from core.training.training_api import router as training_router
from logging_config import setup_logging
from settings import settings

setup_logging()
logger = logging.getLogger("main")

STARTED_AT = time.time()

app = FastAPI(  # <- finding env-validated-at-startup, requests-time-out
    title="Training Plan API",
    description="Builds and adapts training plans with the help of a language model.",
    debug=settings.DEBUG,
)


@app.exception_handler(RequestValidationError)
async def on_validation_error(request: Request, exc: RequestValidationError):
    """Tell the app team exactly what they sent, because their logs are hard to get at."""
    body = await request.body()
    logger.warning("validation failed on %s", request.url.path)
    content = {
        "success": False,
        "message": "The request could not be understood.",
        "detail": jsonable_encoder(exc.errors()),  # <- finding error-responses-private
        "body": body.decode("utf-8", errors="replace"),  # <- finding error-responses-private
    }
    return JSONResponse(status_code=422, content=content)


app.add_middleware(
    CORSMiddleware,
    allow_origins=["*"],  # <- finding cors-restricted
    allow_credentials=True,
    allow_methods=["*"],
    allow_headers=["*"],
)


@app.middleware("http")
async def count_time(request: Request, call_next):
    """Adds the time a request took, in milliseconds, to its answer."""
    started = time.perf_counter()
    response = await call_next(request)
    elapsed_ms = (time.perf_counter() - started) * 1000
    response.headers["X-Process-Time-Ms"] = f"{elapsed_ms:.1f}"
    return response


app.include_router(training_router, prefix="/api/trainingplan", tags=["training plan"])


@app.on_event("startup")
async def on_startup() -> None:
    logger.info("starting, premium tier %s", "on" if settings.PREMIUM_TIER_ENABLED else "off")
    database.connect()
    if settings.PLAYBOOK_CONTEXT_MATCHING_ENABLED:
        rag_service.load_documents()


@app.on_event("shutdown")
async def on_shutdown() -> None:
    logger.info("stopped after %.0f s", time.time() - STARTED_AT)


@app.get("/")
async def root():
    return {"message": "Training Plan API", "status": "healthy"}


@app.get("/api/health/")
async def health():
    """Always fine, as long as the process runs."""
    return {
        "status": "healthy",
        "version": "1.4.2",
        "uptime_seconds": round(time.time() - STARTED_AT),
        "model": settings.OPENAI_MODEL,
    }


if __name__ == "__main__":
    # Only when started by hand: python main.py
    print("Use start_server.py, or: uvicorn main:app --port 8000")
