import logging

from fastapi import FastAPI
from toolbox.env import env_str

logging.basicConfig(level=env_str("LEVEL_OF_LOGS", "INFO"))
log = logging.getLogger("plans")
app = FastAPI()


@app.get("/api/plans")
def plans():
    log.debug("plans are read")
    return []
