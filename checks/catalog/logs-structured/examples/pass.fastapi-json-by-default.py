import logging
import os

from fastapi import FastAPI
from pythonjsonlogger.json import JsonFormatter

app = FastAPI()
handler = logging.StreamHandler()
if os.getenv("LOG_FORMAT", "json") == "text":
    handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
else:
    handler.setFormatter(JsonFormatter())
logging.getLogger().addHandler(handler)
