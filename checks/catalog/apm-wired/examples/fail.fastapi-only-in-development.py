import os

import sentry_sdk
from fastapi import FastAPI

if os.environ["APP_ENV"] == "development":
    sentry_sdk.init(dsn=os.environ["SENTRY_DSN"], release="1.2.0")
app = FastAPI()  # <- finding
