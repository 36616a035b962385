import logging

from fastapi import FastAPI, HTTPException

app = FastAPI()
logger = logging.getLogger(__name__)


@app.post("/api/plans")
def make():
    try:
        return {}
    except Exception as e:
        logger.error("plan failed: %s", str(e))
        raise HTTPException(status_code=500, detail="The plan could not be made.")
