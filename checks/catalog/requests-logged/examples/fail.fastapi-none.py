import logging

from fastapi import FastAPI

logging.basicConfig(level="INFO")
app = FastAPI()  # <- finding


@app.get("/plans")
def plans():
    logging.info("GET /plans 200 in 3 ms")
    return []
