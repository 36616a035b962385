import os

import sentry_sdk
from fastapi import FastAPI


def scrub(event, hint):
    event.pop("request", None)
    return event


sentry_sdk.init(dsn=os.environ["SENTRY_DSN"], release=os.environ["GIT_SHA"], send_default_pii=True, before_send=scrub)
app = FastAPI()
