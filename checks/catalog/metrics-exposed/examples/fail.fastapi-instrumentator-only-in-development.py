import os

from fastapi import FastAPI
from prometheus_fastapi_instrumentator import Instrumentator

app = FastAPI()  # <- finding
if os.environ.get("ENVIRONMENT") == "development":
    Instrumentator().instrument(app).expose(app)


@app.get("/v1/plans")
async def plans():
    return []
