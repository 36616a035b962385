import logging
import os

from fastapi import FastAPI

HF_TOKEN = os.getenv("HF_TOKEN", "")
log = logging.getLogger("speech")
app = FastAPI()


@app.get("/api/models")
async def models():
    log.info("models are fetched with %s", HF_TOKEN)  # <- finding
    return []
