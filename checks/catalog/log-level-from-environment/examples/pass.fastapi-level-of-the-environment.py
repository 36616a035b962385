import logging
import os

from fastapi import FastAPI

logging.basicConfig(level=os.environ.get("LOG_LEVEL", "INFO").upper())
logging.getLogger("httpx").setLevel(logging.WARNING)
app = FastAPI()
