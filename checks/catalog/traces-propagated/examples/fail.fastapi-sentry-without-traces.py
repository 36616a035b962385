import sentry_sdk
from fastapi import FastAPI

sentry_sdk.init(dsn="https://key@sentry.example/1", traces_sample_rate=0)
app = FastAPI()  # <- finding
