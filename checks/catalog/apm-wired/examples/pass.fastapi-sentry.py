import os

import sentry_sdk
from fastapi import FastAPI

if os.getenv("SENTRY_DSN"):
    sentry_sdk.init(dsn=os.getenv("SENTRY_DSN"), release=os.getenv("RELEASE"), send_default_pii=False)
app = FastAPI()
