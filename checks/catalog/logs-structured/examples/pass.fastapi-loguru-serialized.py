import sys

from fastapi import FastAPI
from loguru import logger

logger.remove()
logger.add(sys.stdout, serialize=True, level="INFO")
app = FastAPI()
