import os

import sentry_sdk
from fastapi import FastAPI

sentry_sdk.init(  # <- finding
    dsn=os.environ["SENTRY_DSN"],
    release=os.environ["GIT_SHA"],
    max_request_body_size="always",
    traces_sample_rate=0.1,
)
app = FastAPI()


@app.post("/v1/feedback")
async def feedback(body: dict):
    return {"ok": True}
