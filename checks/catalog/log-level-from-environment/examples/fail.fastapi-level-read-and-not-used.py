import logging
import os

from fastapi import FastAPI

LOG_LEVEL = os.getenv("LOG_LEVEL", "INFO")
logging.basicConfig(level="INFO")  # <- finding
app = FastAPI()
