import os
import sys

from fastapi import FastAPI
from loguru import logger

logger.add(sys.stdout, level=os.getenv("LOG_LEVEL", "INFO"), serialize=True)
app = FastAPI()
