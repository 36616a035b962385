import logging
import os

from fastapi import FastAPI

DEBUG = os.getenv("DEBUG", "true")  # <- finding
logging.basicConfig(level=logging.DEBUG if DEBUG == "true" else logging.INFO)
app = FastAPI()
