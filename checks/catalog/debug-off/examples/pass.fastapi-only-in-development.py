import os

from fastapi import FastAPI

app = FastAPI()
if os.environ.get("ENVIRONMENT") == "development":
    app.debug = True
