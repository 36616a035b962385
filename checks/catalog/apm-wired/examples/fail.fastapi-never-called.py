import os

import sentry_sdk
from fastapi import FastAPI


def start_monitor() -> None:
    sentry_sdk.init(dsn=os.environ["SENTRY_DSN"], release="1.2.0")  # <- finding


app = FastAPI()
