import logzero
from fastapi import FastAPI

logzero.json()
log = logzero.logger
app = FastAPI()


@app.get("/api/plans")
def plans():
    log.info("plans are read")
    return []
