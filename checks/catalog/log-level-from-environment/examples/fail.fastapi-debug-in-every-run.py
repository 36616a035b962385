import logging

from fastapi import FastAPI

logger = logging.getLogger(__name__)
logger.setLevel(logging.DEBUG)  # <- finding
app = FastAPI()
