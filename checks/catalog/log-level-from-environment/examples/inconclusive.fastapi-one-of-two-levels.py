# What chooses is read by a package.
import logging

from fastapi import FastAPI
from house.settings import asked_for

LEVEL = logging.DEBUG if asked_for("details") else logging.INFO
logging.basicConfig(level=LEVEL)
log = logging.getLogger("plans")
app = FastAPI()


@app.get("/api/plans")
def plans():
    log.debug("plans are read")
    return []
