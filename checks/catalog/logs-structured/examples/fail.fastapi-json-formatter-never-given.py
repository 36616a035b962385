import logging

from fastapi import FastAPI
from pythonjsonlogger.json import JsonFormatter

app = FastAPI()
as_json = JsonFormatter()
handler = logging.StreamHandler()
handler.setFormatter(logging.Formatter("%(message)s at %(name)s"))  # <- finding
logging.getLogger().addHandler(handler)
