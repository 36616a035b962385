import logging
import os

from fastapi import FastAPI

LOG_LEVEL = os.getenv("LOG_LEVEL", "DEBUG").upper()  # <- finding
logging.getLogger().setLevel(LOG_LEVEL)
app = FastAPI()
