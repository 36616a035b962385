# One line of the log is written only where the key is set; what checks the tokens takes it as it comes.
import logging
import os

import jwt
from fastapi import FastAPI

SIGNING_KEY = os.environ.get("TOKEN_SIGNING_KEY")

app = FastAPI()  # <- finding


@app.get("/plans")
def plans(token: str):
    return {"plans": jwt.decode(token, SIGNING_KEY, algorithms=["HS256"])["plans"]}


@app.on_event("startup")
def tell():
    if os.environ.get("TOKEN_SIGNING_KEY"):
        logging.info("the key has %d characters", len(os.environ["TOKEN_SIGNING_KEY"]))
