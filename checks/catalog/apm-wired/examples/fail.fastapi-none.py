from fastapi import FastAPI

# import sentry_sdk; sentry_sdk.init(dsn="…")
app = FastAPI()  # <- finding
