import os

import structlog
from fastapi import FastAPI

if os.environ["APP_ENV"] == "development":
    renderer = structlog.dev.ConsoleRenderer()
else:
    renderer = structlog.processors.JSONRenderer()
structlog.configure(processors=[structlog.processors.TimeStamper(), renderer])
log = structlog.get_logger()
app = FastAPI()
