import os

import sentry_sdk
from fastapi import FastAPI

sentry_sdk.init(dsn=os.environ["SENTRY_DSN"], traces_sample_rate=0.1)  # <- finding
app = FastAPI()
