import logging
import os

from fastapi import FastAPI

logger = logging.getLogger(__name__)
SERVICE_KEY = os.environ["SUPABASE_SERVICE_ROLE_KEY"]
logger.info("service key %s...", SERVICE_KEY[:20])  # <- finding
app = FastAPI()


@app.get("/")
async def root():
    return {"status": "ok"}
