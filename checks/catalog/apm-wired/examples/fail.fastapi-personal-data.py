import os

import sentry_sdk
from fastapi import FastAPI

sentry_sdk.init(dsn=os.environ["SENTRY_DSN"], release="1.2.0", send_default_pii=True)  # <- finding
app = FastAPI()
