import logging
import os

from fastapi import FastAPI
from pythonjsonlogger.json import JsonFormatter

app = FastAPI()
handler = logging.StreamHandler()
if os.getenv("LOG_FORMAT", "text") == "json":
    handler.setFormatter(JsonFormatter())
else:
    handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))  # <- finding
logging.getLogger().addHandler(handler)
